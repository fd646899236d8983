import type { Prisma } from '@tendril/db';
import type { Caller } from './ports.ts';

/** One line of the audit log: who did what to what. Written in the transaction of the deed. */
export interface Deed {
  readonly caller: Caller;
  /** `noun.verb` in the past tense, such as `journey.published`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail?: Prisma.InputJsonObject;
}

/** Appends a deed to the audit log. */
export async function recordDeed(client: Pick<Prisma.TransactionClient, 'auditEntry'>, deed: Deed): Promise<void> {
  const { caller, action, subjectType, subjectId, detail = {} } = deed;
  await client.auditEntry.create({ data: { workspaceId: caller.workspaceId, userId: caller.userId, action, subjectType, subjectId, detail } });
}
