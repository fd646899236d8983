import { signalHeldMessages } from '@tendril/db/queries';
import type { Cursor, Decision, Effect } from '@tendril/journey/model';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { type MessagePlace, messageData, overHeld } from './plan-message.ts';

/** Shows in the ledger that a message is kept back, until when, and why. */
export async function holdMessage(work: Work, effect: Extract<Effect, { type: 'hold-message' }>, place: MessagePlace): Promise<void> {
  const { until, because } = effect;
  const data = { ...messageData(work, effect, place), status: 'held', heldUntil: new Date(until), reason: { ...because } };
  await overHeld(work, place.run.id, data);
}

/** Settles a message that the rules do not let out. Others of the lead may now go. */
export async function dropMessage(work: Work, effect: Extract<Effect, { type: 'drop-message' }>, place: MessagePlace): Promise<void> {
  const data = { ...messageData(work, effect, place), status: 'skipped', settledAt: new Date(work.now), reason: { ...effect.because } };
  await overHeld(work, place.run.id, data);
  await lookAgain(work, place.leadId);
}

/** The rules hold a planned message back after all; its step decides anew in the same transaction. */
export async function takeBack({ tx, now }: Work, { runId, step }: { readonly runId: string; readonly step: number }): Promise<void> {
  await tx.message.updateMany({ where: { runId, step, status: 'planned' }, data: { status: 'held', heldUntil: new Date(now) } });
}

/**
 * Recalls a message that was held back where its lead rested, if the lead has gone another way: its own step has neither
 * planned nor settled it, nor holds it back still. Others of the lead may now go.
 */
export async function recallIfLeft(
  work: Work,
  given: { readonly runId: string; readonly leadId: string; readonly heldAt: Cursor; readonly decision: Decision },
): Promise<void> {
  const { runId, leadId, heldAt, decision } = given;
  if (!hasLeft(heldAt, decision)) return;
  const line = decision.story.find(({ node }) => node === heldAt.node) ?? decision.story.at(-1);
  const because = line?.because ?? runtimeSentences.say('message.run-over', {});
  const { count } = await work.tx.message.updateMany({
    where: { runId, status: 'held' },
    data: { status: 'skipped', reason: { ...because }, settledAt: new Date(work.now) },
  });
  if (count > 0) await lookAgain(work, leadId);
}

function hasLeft({ node, visits }: Cursor, { cursor, directive, effects }: Decision): boolean {
  const stays = cursor.node === node && cursor.visits[node] === visits[node] && directive.do !== 'done';
  return !stays && !effects.some(({ node: from, effect }) => from === node && effect.type === 'drop-message');
}

/** Makes the lead's other messages look again that are held back, because something that was in their way is gone. */
export async function lookAgain({ tx, workspace, realNow }: Work, leadId: string): Promise<void> {
  await signalHeldMessages(tx, { workspaceId: workspace.id, leadId }, new Date(realNow));
}
