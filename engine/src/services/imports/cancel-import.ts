import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findImport } from './find-import.ts';
import type { ImportParts } from './import-parts.ts';

/**
 * Stops an import before its next batch. Lines that are done stay done.
 * @throws UserError `import.ended`
 */
export async function cancelImport({ db, clock }: Pick<ImportParts, 'db' | 'clock'>, caller: Caller, { jobId }: { jobId: string }): Promise<void> {
  const job = await findImport(db, caller, jobId);
  await db.client.$transaction(async (tx) => {
    const { count } = await tx.importJob.updateMany({
      where: { id: jobId, status: { in: ['uploaded', 'queued', 'running'] } },
      data: { status: 'cancelled', content: null, finishedAt: new Date(clock.now()) },
    });
    if (count === 0) throw new UserError('import.ended', { fileName: job.fileName }, 'CONFLICT');
    await recordDeed(tx, { caller, action: 'import.cancelled', subjectType: 'import', subjectId: jobId, detail: { fileName: job.fileName } });
  });
}
