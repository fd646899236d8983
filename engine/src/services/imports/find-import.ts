import type { Db } from '@tendril/db';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';

/** Everything of a job but the file. */
const WITHOUT_FILE = { content: true } as const;

/**
 * A job of the caller's workspace, without the file.
 * @throws UserError `import.missing`
 */
export async function findImport(db: Db, { workspaceId }: Caller, jobId: string) {
  const job = await db.client.importJob.findFirst({ where: { id: jobId, workspaceId }, omit: WITHOUT_FILE });
  if (job === null) throw new UserError('import.missing', {}, 'NOT_FOUND');
  return job;
}

/** A job without its file. */
export type ImportJobRow = Awaited<ReturnType<typeof findImport>>;
