import type { Sentence } from '@tendril/journey/model';
import type { ImportJobView, ImportRowView } from '../../api/views.ts';
import type { ImportJobRow } from './find-import.ts';

/** A job as pages show it. */
export function importJobView(job: ImportJobRow): ImportJobView {
  const { id, fileName, encoding, status, total, done, imported, merged, refused, error, createdAt, finishedAt } = job;
  return {
    id,
    fileName,
    encoding,
    status: status as ImportJobView['status'],
    total,
    done,
    imported,
    merged,
    refused,
    error,
    createdAtReal: createdAt.toISOString(),
    finishedAtReal: finishedAt?.toISOString() ?? null,
  };
}

/** A line's cells by column as they are stored: pairs, because PostgreSQL does not keep the order of an object's keys. */
export type StoredCells = readonly (readonly [column: string, cell: string])[];

/** Reads the cells of a line. */
export const readCells = (column: unknown): StoredCells => (Array.isArray(column) ? (column as StoredCells) : []);

/** What became of a line, as pages show it. */
export function importRowView(row: { line: number; raw: unknown; outcome: string; remarks: unknown; leadId: string | null }): ImportRowView {
  return {
    line: row.line,
    raw: Object.fromEntries(readCells(row.raw)),
    outcome: row.outcome as ImportRowView['outcome'],
    remarks: row.remarks as readonly Sentence[],
    leadId: row.leadId,
  };
}
