import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import type { StandIn } from '../stand-in.ts';
import { buildView, type Looking } from '../view/build-view.ts';

const PAGE = new URL('../../page/', import.meta.url);
const FILE = /^[a-z-]+\.(ts|css|svg)$/;
const TYPES: Readonly<Record<string, string>> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The page that plays the phones: its files as they are, types taken out of its scripts, so that nothing has to be built. */
export function registerPageRoutes(app: FastifyInstance, standIn: StandIn): void {
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(await readFile(new URL('index.html', PAGE))));
  app.get<{ Params: { file: string } }>('/page/:file', async ({ params: { file } }, reply) => {
    const kind = FILE.exec(file)?.[1];
    const text = kind === undefined ? null : await readFile(new URL(file, PAGE), 'utf8').catch(() => null);
    if (kind === undefined || text === null) return reply.status(404).send();
    return reply
      .type(TYPES[kind] ?? 'text/plain')
      .header('cache-control', 'no-cache')
      .send(kind === 'ts' ? stripTypeScriptTypes(text) : text);
  });
  app.get<{ Querystring: Looking }>('/stand-in/phones', ({ query }) => buildView(standIn, query));
  app.get<{ Params: { file: string } }>('/stand-in/qr/:file', ({ params: { file } }, reply) => {
    const way = standIn.store.state.contactWays.find((one) => `${one.config_id}.svg` === file);
    if (way === undefined) return reply.status(404).send();
    return reply.type('image/svg+xml').send(renderSVG(`${standIn.address()}/?scan=${way.config_id}`));
  });
}
