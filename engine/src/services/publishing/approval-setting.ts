import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { mustAsk } from './ask-to-publish.ts';

/** Whether the workspace asks for a second person before a journey goes live. */
export async function readApprovalSetting(parts: Pick<ServiceParts, 'db'>, caller: Caller): Promise<{ needed: boolean }> {
  return { needed: await mustAsk(parts, caller) };
}

/**
 * Asks for a second person from now on, or no longer. What waits for one already goes on waiting; what was scheduled without
 * one needs one too from now on.
 */
export async function setApprovalSetting({ db }: Pick<ServiceParts, 'db'>, caller: Caller, { needed }: { needed: boolean }): Promise<void> {
  const { workspaceId } = caller;
  await db.client.$transaction(async (tx) => {
    await tx.workspace.update({ where: { id: workspaceId }, data: { publishingNeedsApproval: needed } });
    const unseen = { workspaceId, status: 'scheduled', needsApproval: false };
    if (needed) await tx.publication.updateMany({ where: unseen, data: { status: 'requested', needsApproval: true } });
    await recordDeed(tx, { caller, action: 'workspace.approval-set', subjectType: 'workspace', subjectId: workspaceId, detail: { needed } });
  });
}
