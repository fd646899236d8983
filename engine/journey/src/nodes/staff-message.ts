import type { Fact, JsonObject, Sentence } from '../model/index.ts';
import type { NodeStep, SimulatedAnswers } from './define-node.ts';
import { settledSend } from './settled-send.ts';

/** How colleagues are told something: a ledger row on the channel `staff`, sent by the effect `notifyStaff`. */
export const NOTIFY = { effect: 'notifyStaff', queue: 'wecom' } as const;

/** Outcomes of telling colleagues. */
export const NOTIFY_OUTCOMES = ['sent', 'failed', 'unknown'] as const;

/** Begins to tell colleagues something. Nobody's way depends on it, so failure is noted and the lead goes on. */
export function notify(config: JsonObject, because: Sentence): NodeStep {
  return { perform: NOTIFY, because, effects: [{ type: 'plan-message', channel: 'staff', template: '', topic: null, config }] };
}

/** Goes on whatever came of it. */
export function settleNotify(
  fact: Fact,
  say: { readonly sending: Sentence; readonly sent: Sentence; readonly failed: (reason: string | null) => Sentence },
): NodeStep {
  const settled = settledSend(fact);
  if (settled === null) return { perform: NOTIFY, because: say.sending };
  if (settled.outcome === 'sent') return { go: 'next', because: say.sent, outcome: 'sent' };
  return { go: 'next', because: say.failed(settled.reason), outcome: settled.outcome === 'unknown' ? 'unknown' : 'failed' };
}

/** Colleagues are almost always told. */
export const simulatedNotify: SimulatedAnswers = {
  answers: [
    { fact: { type: 'performed', outcome: 'sent' }, afterMs: 0, share: 0.99, label: { 'zh-CN': '已通知', en: 'Told' } },
    { fact: { type: 'failed', code: 'staff.unreachable' }, afterMs: 0, share: 0.01, label: { 'zh-CN': '失败', en: 'Failed' } },
  ],
};
