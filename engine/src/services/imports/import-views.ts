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

/** What became of a line, as pages show it. */
export function importRowView(row: { line: number; raw: unknown; outcome: string; remarks: unknown; leadId: string | null }): ImportRowView {
  return {
    line: row.line,
    raw: row.raw as ImportRowView['raw'],
    outcome: row.outcome as ImportRowView['outcome'],
    remarks: row.remarks as readonly Sentence[],
    leadId: row.leadId,
  };
}
