import { claimDueTasks, type DueWecomTask } from '@tendril/db/queries';
import type { JsonObject } from '@tendril/journey/model';
import type { WecomChannel } from '../channel-book.ts';
import type { EffectParts } from '../effect-parts.ts';
import { nextPollAt } from './poll-schedule.ts';

/** Tasks looked at in one round. */
const BATCH = 50;
/** While a task is being looked at nobody else takes it (real ms). */
const LEASE_MS = 60_000;

/**
 * Looks at WeCom tasks that are due and tells the journeys of those that are settled. WeCom has no callback for "the
 * colleague has sent it", so this is the only way to know.
 * @returns how many were looked at
 * @throws AggregateError after the round if some could not be looked at
 */
export async function pollWecomTasks(parts: EffectParts): Promise<number> {
  const now = parts.now();
  const tasks = await claimDueTasks(parts.db, { now: new Date(now), leaseUntil: new Date(now + LEASE_MS), limit: BATCH });
  const failures: unknown[] = [];
  for (const task of tasks) await look(parts, task).catch((error: unknown) => failures.push(error));
  // One task that WeCom will not talk about must not hold up the others; it is looked at again after its lease.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${tasks.length} WeCom tasks could not be looked at.`);
  return tasks.length;
}

async function look(parts: EffectParts, task: DueWecomTask): Promise<void> {
  const wecom = await parts.channels.wecom(task.workspaceId);
  const seen = wecom === null ? null : await fateOf(wecom, task);
  if (seen === null || seen.fate === 'waiting') {
    await parts.db.client.wecomTask.update({ where: { id: task.id }, data: { nextPollAt: nextPollAt(parts.now(), task.polls, task.workspaceKind) } });
    return;
  }
  await settle(parts, task, seen);
}

type Fate = { readonly fate: 'waiting' } | { readonly fate: 'delivered' } | { readonly fate: 'not-delivered'; readonly reason: string };

/** The task list first: results are worth a call only when the colleague has confirmed. */
async function fateOf(wecom: WecomChannel, { msgid, sender, address }: DueWecomTask): Promise<Fate> {
  const confirmed = await wecom.hasConfirmed({ msgid, sender });
  if (!confirmed) return { fate: 'waiting' };
  const status = await wecom.deliveryTo({ msgid, sender, customer: address });
  if (status === 'waiting') return { fate: 'waiting' };
  return status === 'sent' ? { fate: 'delivered' } : { fate: 'not-delivered', reason: status };
}

/** The event first, the marks after it: a crash in between repeats the event, whose id makes it count once. */
async function settle(parts: EffectParts, task: DueWecomTask, fate: Exclude<Fate, { fate: 'waiting' }>): Promise<void> {
  const { id, workspaceId, messageId, leadId } = task;
  const delivered = fate.fate === 'delivered';
  const properties: JsonObject = delivered ? { messageId } : { messageId, reason: fate.reason };
  await parts.runtime.settleMessage({
    messageId,
    status: delivered ? 'sent' : 'failed',
    ...(fate.fate === 'delivered' ? {} : { reason: { code: `wecom.${fate.reason}`, params: {} } }),
  });
  await parts.runtime.recordEvents({
    workspaceId,
    events: [
      {
        messageId: `wecom-task/${id}`,
        type: 'wecom',
        name: delivered ? 'WeCom Message Delivered' : 'WeCom Message Not Delivered',
        leadId,
        properties,
      },
    ],
  });
  await parts.db.client.wecomTask.update({ where: { id }, data: { status: 'settled', settledAt: new Date(parts.now()) } });
}
