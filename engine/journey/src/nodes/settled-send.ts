import type { Fact, JsonObject } from '../model/index.ts';
import type { SimulatedAnswers } from './define-node.ts';
import { reasonIn } from './reason-in.ts';

/** What became of a message that was handed to its channel. */
export interface SettledSend {
  readonly outcome: 'sent' | 'skipped' | 'failed' | 'unknown';
  readonly reason: string | null;
  /** The message's id, by which later steps recognise clicks on it. */
  readonly detail: JsonObject;
}

/** Outcomes a send may leave behind. */
export const SEND_OUTCOMES = ['sent', 'skipped', 'failed', 'unknown'] as const;

/** Reads the answer of a send; null if the fact is no answer to it. An outcome it does not know counts as skipped. */
export function settledSend(fact: Fact): SettledSend | null {
  if (fact.type === 'failed') return { outcome: 'failed', reason: fact.code, detail: {} };
  if (fact.type !== 'performed') return null;
  const messageId = fact.result?.['messageId'];
  const outcome = SEND_OUTCOMES.find((known) => known === fact.outcome) ?? 'skipped';
  return { outcome, reason: reasonIn(fact.result), detail: typeof messageId === 'string' ? { messageId } : {} };
}

/** How a simulated channel answers a send. */
export function simulatedSend(messageId: string): SimulatedAnswers {
  return {
    answers: [
      { fact: { type: 'performed', outcome: 'sent', result: { messageId } }, afterMs: 0, share: 0.97, label: { 'zh-CN': '已发出', en: 'Sent' } },
      { fact: { type: 'performed', outcome: 'skipped' }, afterMs: 0, share: 0.02, label: { 'zh-CN': '被跳过', en: 'Skipped' } },
      { fact: { type: 'failed', code: 'rejected' }, afterMs: 0, share: 0.01, label: { 'zh-CN': '失败', en: 'Failed' } },
    ],
  };
}
