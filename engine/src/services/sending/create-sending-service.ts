import { signalHeldMessages } from '@tendril/db/queries';
import type { SendingRules } from '@tendril/journey/model';
import { readSendingRules, USUAL_SENDING_RULES } from '@tendril/journey/schema';
import type { SendingRulesView } from '../../api/sending-views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller, SendingService } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock'>;

/** What all journeys of a workspace together may send. */
export function createSendingService(parts: Parts): SendingService {
  return {
    rules: (caller) => readRules(parts, caller),
    saveRules: (caller, input) => saveRules(parts, caller, input),
  };
}

async function readRules({ db }: Parts, { workspaceId }: Caller): Promise<SendingRulesView> {
  const [workspace, held] = await Promise.all([
    db.client.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { sendingRules: true } }),
    db.client.message.count({ where: { workspaceId, status: 'held' } }),
  ]);
  return { rules: readSendingRules(workspace.sendingRules), usual: USUAL_SENDING_RULES, held };
}

/** Puts new rules in force at once: messages that the old ones hold back look again. */
async function saveRules({ db, clock }: Parts, caller: Caller, { rules }: { readonly rules: SendingRules }): Promise<{ readonly looked: number }> {
  const { workspaceId } = caller;
  return db.client.$transaction(async (tx) => {
    const before = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { sendingRules: true } });
    await tx.workspace.update({ where: { id: workspaceId }, data: { sendingRules: rules as object } });
    const detail = { from: readSendingRules(before.sendingRules) as object, to: rules as object };
    await recordDeed(tx, { caller, action: 'sending-rules.changed', subjectType: 'workspace', subjectId: workspaceId, detail });
    return { looked: await signalHeldMessages(tx, { workspaceId, leadId: null }, new Date(clock.now())) };
  });
}
