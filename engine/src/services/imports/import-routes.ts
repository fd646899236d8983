import { Readable } from 'node:stream';
import type { Db } from '@tendril/db';
import { LOCALES } from '@tendril/journey/model';
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../../http/require-permission.ts';
import { callerLocale } from '../caller-locale.ts';
import type { ImportService } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findImport } from './find-import.ts';
import { reportLines } from './report-csv.ts';
import { UPLOAD_LIMIT } from './upload-import.ts';

interface UploadQuery {
  readonly fileName?: string;
}

/**
 * POST /api/imports takes a file as it is (`application/octet-stream`, name in `?fileName=`); GET /api/imports/:id/report.csv
 * gives the report of an import.
 */
export async function registerImportRoutes(
  app: FastifyInstance,
  { imports, db }: { readonly imports: ImportService; readonly db: Db },
): Promise<void> {
  const config = { access: { permission: 'imports' as const } };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/octet-stream', 'text/csv', 'text/plain', 'application/vnd.ms-excel'],
    { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error: { readonly code?: string }, _request, reply) => {
    if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
    return reply.status(413).send({ error: 'import.too-large', params: { limitMb: UPLOAD_LIMIT / 1024 / 1024 } });
  });

  app.post<{ Querystring: UploadQuery }>('/api/imports', { config, bodyLimit: UPLOAD_LIMIT }, async (request) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return imports.upload(callerOf(request), { fileName: fileNameOf(request.query.fileName), bytes });
  });

  app.get<{ Params: { readonly id: string }; Querystring: { readonly locale?: string } }>(
    '/api/imports/:id/report.csv',
    { config },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      if (!/^[0-9a-f-]{36}$/i.test(id)) throw new UserError('import.missing', {}, 'NOT_FOUND');
      const job = await findImport(db, caller, id);
      const locale = LOCALES.find((one) => one === request.query.locale) ?? (await callerLocale(db, caller));
      const name = `${job.fileName.replace(/\.[a-z]+$/i, '')}-report.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="report.csv"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Readable.from(reportLines(db, { jobId: id, locale })));
    },
  );
}

/** The last part of the name, without what a file system or a header might take for more than a name. */
function fileNameOf(given: string | undefined): string {
  const name =
    (given ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\p{Cc}"<>|:*?]/gu, '')
      .trim() ?? '';
  return name === '' ? 'leads.csv' : name.slice(0, 200);
}
