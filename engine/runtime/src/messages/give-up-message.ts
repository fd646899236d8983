import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { lookAgain } from './hold-message.ts';

/**
 * Closes the ledger row of an effect that was given up: what certainly never left has `failed`; what was taken by an
 * attempt that did not report back is `unknown`. A settled row stays as it is.
 */
export async function giveUpMessage(
  work: Work,
  { runId, step, code, leadId }: { readonly runId: string; readonly step: number; readonly code: string; readonly leadId: string },
): Promise<void> {
  const { tx, now } = work;
  const reason = { ...runtimeSentences.say('message.given-up', { code }) };
  const settledAt = new Date(now);
  await tx.message.updateMany({ where: { runId, step, status: 'planned' }, data: { status: 'failed', reason, settledAt } });
  await tx.message.updateMany({ where: { runId, step, status: 'sending', providerId: null }, data: { status: 'unknown', reason, settledAt } });
  await lookAgain(work, leadId);
}
