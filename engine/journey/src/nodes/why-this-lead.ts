import type { Cursor, Instant, JsonObject, LeadView, Sentence } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';

const { texts, say } = defineSentences({
  'hand-to-sdr.why-intent': { 'zh-CN': '购买意向：{{intent, term}}', en: 'Intent to buy: {{intent, term}}' },
  'hand-to-sdr.why-event': {
    'zh-CN': '{{event, term}} {{count, number}} 次，最近一次 {{last, instant}}',
    en: '{{event, term}}: {{count, number}} times, last at {{last, instant}}',
  },
  'hand-to-sdr.why-score': { 'zh-CN': '总分 {{score, number}}，等级 {{grade}}', en: 'Score {{score, number}}, grade {{grade}}' },
});

/** What the reasons of a hand-off say. */
export const whyTexts = texts;

/** What says most about a lead that may buy, strongest first. */
export const HANDOFF_EVENTS: readonly string[] = [
  'Price Requested',
  'Demo Requested',
  'Trial Started',
  'WeCom Replied',
  'Conference Attended',
  'Live Attended',
  'Content Downloaded',
  'Email Clicked',
];

const LOOKS_BACK = 90 * DAY;
const MOST_EVENTS = 3;

/** Why an SDR gets this lead now, strongest first: what gates on the way found, the intent, the strongest events. */
export function whySentences({
  lead,
  cursor,
  now,
}: {
  readonly lead: LeadView;
  readonly cursor: Cursor;
  readonly now: Instant;
}): readonly Sentence[] {
  const reasons = reasonsOf(cursor);
  const scored = reasons.length > 0 ? reasons : [say('hand-to-sdr.why-score', { score: lead.score.total, grade: lead.grade })];
  const intent = lead.intent === 'none' ? [] : [say('hand-to-sdr.why-intent', { intent: lead.intent })];
  return [...intent, ...scored, ...strongestEvents(lead, now)];
}

/** The reasons that earlier nodes left, newest first. */
function reasonsOf({ outcomes }: Cursor): readonly Sentence[] {
  return Object.values(outcomes)
    .toSorted((left, right) => right.at - left.at)
    .flatMap(({ detail }) => {
      const reason = readSentence(detail?.['reason']);
      return reason === null ? [] : [reason];
    });
}

function readSentence(value: JsonObject[string] | undefined): Sentence | null {
  if (typeof value !== 'object' || value === null || !('code' in value)) return null;
  const { code, params } = value;
  if (typeof code !== 'string' || typeof params !== 'object' || params === null || Array.isArray(params)) return null;
  const plain = Object.entries(params).filter(
    (entry): entry is [string, string | number | boolean | null] => typeof entry[1] !== 'object' || entry[1] === null,
  );
  return { code, params: Object.fromEntries(plain) };
}

function strongestEvents({ events }: LeadView, now: Instant): readonly Sentence[] {
  const recent = events.filter(({ at }) => at <= now && at >= now - LOOKS_BACK);
  return HANDOFF_EVENTS.flatMap((name) => {
    const times = recent.filter((event) => event.name === name).map(({ at }) => at);
    return times.length === 0 ? [] : [say('hand-to-sdr.why-event', { event: name, count: times.length, last: Math.max(...times) })];
  }).slice(0, MOST_EVENTS);
}
