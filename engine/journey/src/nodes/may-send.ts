import type { LeadView, Sentence } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';

const { texts, say } = defineSentences({
  'send.unreachable': {
    'zh-CN': '未发送：无法通过{{channel, term}}联系（没有地址，或地址已被屏蔽）',
    en: 'Not sent: cannot be reached by {{channel, term}} (no address, or it is suppressed)',
  },
  'send.withdrawn': {
    'zh-CN': '未发送：已撤回对{{channel, term}}主题「{{topic}}」的许可',
    en: 'Not sent: has withdrawn consent to {{channel, term}} on “{{topic}}”',
  },
  'send.not-asked': {
    'zh-CN': '未发送：没有对{{channel, term}}主题「{{topic}}」的许可',
    en: 'Not sent: has not given consent to {{channel, term}} on “{{topic}}”',
  },
});

/** What sends say about leads that may not be written to. */
export const sendSentences = texts;

/** What is to be sent: on which channel, on which topic, and how much consent it needs. */
export interface SendQuestion {
  readonly channel: string;
  /** Null: no topic, so no consent is asked for (a service message). */
  readonly topic: string | null;
  /** `granted`: only to those who said yes. `not-withdrawn`: also to those who were never asked. */
  readonly consent: 'granted' | 'not-withdrawn';
}

/** Why a lead may not be written to, or null if it may. The sender checks again when it sends. */
export function whyNotSend({ channel, topic, consent }: SendQuestion, lead: LeadView): Sentence | null {
  if (lead.reachable[channel] !== true) return say('send.unreachable', { channel });
  if (topic === null) return null;
  const given = lead.consent[`${channel}/${topic}`];
  if (given === 'withdrawn') return say('send.withdrawn', { channel, topic });
  return given === undefined && consent === 'granted' ? say('send.not-asked', { channel, topic }) : null;
}
