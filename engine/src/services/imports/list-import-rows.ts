import type { Prisma } from '@tendril/db';
import type { ImportRowView } from '../../api/views.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { Caller, Page } from '../ports.ts';
import { findImport } from './find-import.ts';
import type { ImportParts } from './import-parts.ts';
import { importRowView } from './import-views.ts';

/** Which lines of an import to show. */
export interface RowsInput {
  readonly jobId: string;
  readonly outcome?: 'imported' | 'merged' | 'refused' | undefined;
  /** Only lines about which there is something to say. */
  readonly withRemarks?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The lines of an import with what became of them, in the order of the file. */
export async function listImportRows({ db }: Pick<ImportParts, 'db'>, caller: Caller, input: RowsInput): Promise<Page<ImportRowView>> {
  await findImport(db, caller, input.jobId);
  const where = {
    jobId: input.jobId,
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
    ...(input.withRemarks === true ? { NOT: { remarks: { equals: [] } } } : {}),
  } satisfies Prisma.ImportRowWhereInput;
  const after = input.cursor === undefined ? 0 : Number(readCursor(input.cursor, 1)[0]);
  const [total, rows] = await Promise.all([
    db.client.importRow.count({ where }),
    db.client.importRow.findMany({ where: { ...where, line: { gt: after } }, orderBy: { line: 'asc' }, take: input.limit + 1 }),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return { rows: page.map(importRowView), total, next: rows.length > input.limit && last !== undefined ? writeCursor([last.line]) : null };
}
