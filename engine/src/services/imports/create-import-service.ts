import type { ImportService } from '../ports.ts';
import { cancelImport } from './cancel-import.ts';
import { findImport } from './find-import.ts';
import type { ImportParts } from './import-parts.ts';
import { importJobView } from './import-views.ts';
import { listImportRows } from './list-import-rows.ts';
import { previewImport } from './preview-import.ts';
import { startImport } from './start-import.ts';
import { uploadImport } from './upload-import.ts';

/** Imports shown on the list page. */
const SHOWN_JOBS = 100;

/** CSV files of leads: upload, preview, start, watch, read the report. */
export function createImportService(parts: ImportParts): ImportService {
  return {
    upload: (caller, input) => uploadImport(parts, caller, input),
    preview: (caller, input) => previewImport(parts, caller, input),
    start: (caller, input) => startImport(parts, caller, input),
    cancel: (caller, input) => cancelImport(parts, caller, input),
    list: async ({ workspaceId }) => {
      const jobs = await parts.db.client.importJob.findMany({
        where: { workspaceId },
        omit: { content: true },
        orderBy: { createdAt: 'desc' },
        take: SHOWN_JOBS,
      });
      return jobs.map(importJobView);
    },
    get: async (caller, { jobId }) => importJobView(await findImport(parts.db, caller, jobId)),
    rows: (caller, input) => listImportRows(parts, caller, input),
  };
}
