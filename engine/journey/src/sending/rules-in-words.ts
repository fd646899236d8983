import type { Locale, SendingCap, SendingRules } from '../model/index.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { formatDuration, parseDuration } from '../time/index.ts';

/** Rules as plain sentences, in the order in which a person would say them. None if every rule is off. */
export function rulesInWords(rules: SendingRules, locale: Locale): readonly string[] {
  const { leadCaps, companyCaps, minimumGap, quietHours, silence, giveUpAfter } = rules;
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const length = (text: string) => formatDuration(parseDuration(text) ?? 0, locale);
  return [
    ...leadCaps.map((cap) => capInWords(cap, locale, say('每条线索', 'A lead gets'))),
    ...companyCaps.map((cap) => capInWords(cap, locale, say('同一公司的线索合计', 'All leads of one company together get'))),
    ...(minimumGap === null
      ? []
      : [
          say(
            `发给同一线索的营销消息，与上一条消息至少间隔 ${length(minimumGap)}。`,
            `A marketing message comes at least ${length(minimumGap)} after any other message to the lead.`,
          ),
        ]),
    ...(quietHours === null || quietHours.from === quietHours.to
      ? []
      : [
          say(
            `线索当地时间 ${quietHours.from} 至 ${quietHours.to} 不发送任何消息。`,
            `Nothing goes out between ${quietHours.from} and ${quietHours.to} where the lead is.`,
          ),
        ]),
    ...(silence === 'off' ? [] : [silenceInWords(silence, locale)]),
    ...(giveUpAfter === null
      ? []
      : [
          say(
            `需要等待超过 ${length(giveUpAfter)} 的消息不再发送，线索照常继续。`,
            `A message that would have to wait longer than ${length(giveUpAfter)} is not sent; the lead goes on.`,
          ),
        ]),
  ];
}

function capInWords({ channel, count, per }: SendingCap, locale: Locale, who: string): string {
  const length = formatDuration(parseDuration(per) ?? 0, locale);
  if (locale === 'en') {
    const by = channel === 'any' ? 'on all channels' : `by ${termInWords(channel, locale)}`;
    return `${who} at most ${count} marketing ${count === 1 ? 'message' : 'messages'} in any ${length}, ${by}.`;
  }
  return `${who}在任意 ${length}内，${channel === 'any' ? '所有渠道合计' : `通过${termInWords(channel, locale)}`}最多收到 ${count} 条营销消息。`;
}

function silenceInWords(silence: 'open' | 'accepted', locale: Locale): string {
  const texts = {
    open: { 'zh-CN': '线索交给 SDR 之后，直到交接结束，不发送营销消息。', en: 'From a hand-off until it is over, no marketing message goes out.' },
    accepted: {
      'zh-CN': 'SDR 接手之后，直到交接结束，不发送营销消息。',
      en: 'Once an SDR has accepted the lead, and until the hand-off is over, no marketing message goes out.',
    },
  };
  return texts[silence][locale];
}
