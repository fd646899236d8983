import { z } from 'zod';
import { evaluate } from '../conditions/index.ts';
import type { Condition, EventView, Instant, Json, LeadView, Locale, Millis, Sentence } from '../model/index.ts';
import { conditionSchema, type JourneySettings } from '../schema/index.ts';
import { conditionInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { duration, durationOf, field } from './config-fields.ts';

/** Config fields that every entry has: who may come in by it. Who may come in again is a setting of the journey. */
export const ENTRY_RULES = {
  filter: field(conditionSchema.nullable().default(null), {
    label: { 'zh-CN': '只允许符合条件的线索', en: 'Only leads that match' },
    hint: 'condition',
  }),
  exclude: field(conditionSchema.nullable().default(null), {
    label: { 'zh-CN': '排除符合条件的线索', en: 'Not leads that match' },
    hint: 'condition',
  }),
  rate: field(z.strictObject({ count: z.int().positive(), per: duration }).nullable().default(null), {
    label: { 'zh-CN': '进入速度上限', en: 'Let in at most' },
    hint: 'rate',
    help: {
      'zh-CN': '例如每天最多 200 个，以免销售接不过来；超出的线索稍后进入。',
      en: 'Such as 200 a day, so that sales can keep up; others come in later.',
    },
  }),
};

/** The rules of an entry, as its config holds them. */
export interface EntryRules {
  readonly filter: Condition | null;
  readonly exclude: Condition | null;
  /** At most so many leads within any such length of time. */
  readonly rate?: { readonly count: number; readonly per: string } | null;
}

/** The settings of a journey that decide who comes in. */
export type EntrySettings = Pick<JourneySettings, 'reentry' | 'audience'>;

/** What is known when a lead asks to come in. */
export interface EntryRequest {
  readonly lead: LeadView;
  readonly now: Instant;
  readonly timeZone: string;
  readonly event: EventView | null;
  /** Earlier runs of this lead in this journey, in any order; `endedAt` is null while one is under way. */
  /** When leads came in by this entry within the last `rate.per`, if the entry has a rate. */
  readonly recentEntries?: readonly Instant[];
  readonly earlier: readonly { readonly entryKey: string; readonly startedAt: Instant; readonly endedAt: Instant | null }[];
}

/** In, with the key under which the run is unique for this lead and journey; or not, and why, and from when it may. */
export type EntryAnswer =
  | { readonly enter: true; readonly entryKey: string }
  | { readonly enter: false; readonly because: Sentence; readonly notBefore?: Instant };

const { texts, say } = defineSentences({
  'entry.not-in-audience': { 'zh-CN': '未进入：不属于旅程的适用对象', en: 'Did not come in: the journey is not for this lead' },
  'entry.not-matching': { 'zh-CN': '未进入：不符合进入条件', en: 'Did not come in: does not match the entry’s condition' },
  'entry.excluded': { 'zh-CN': '未进入：符合排除条件', en: 'Did not come in: matches the entry’s exclusion' },
  'entry.once-only': { 'zh-CN': '未进入：此前已进入过一次', en: 'Did not come in: has been in this journey before' },
  'entry.still-inside': { 'zh-CN': '未进入：仍在旅程中', en: 'Did not come in: is in this journey already' },
  'entry.too-soon': { 'zh-CN': '未进入：{{until, instant}} 之后才能再次进入', en: 'Did not come in: may come in again from {{until, instant}}' },
  'entry.rate': {
    'zh-CN': '暂未进入：{{per, duration}}内最多 {{count}} 个线索，{{until, instant}} 可进入',
    en: 'Not yet in: at most {{count}} leads in {{per, duration}}; may come in at {{until, instant}}',
  },
  'entry.key-used': { 'zh-CN': '未进入：键 {{key}} 已进入过', en: 'Did not come in: the key {{key}} has been in this journey before' },
});

/** What entries say to those they do not let in. */
export const entryRuleSentences = texts;

/** A lead that asks to come in, with all that has a say in it. */
export interface EntryQuestion extends EntryRequest {
  readonly settings: EntrySettings;
  readonly rules: EntryRules;
}

/** Decides whether a lead may come in by an entry. A condition that cannot be decided does not let in and does not exclude. */
export function mayEnter(question: EntryQuestion): EntryAnswer {
  const { settings, rules, lead, now, timeZone } = question;
  const holds = (test: Condition) => evaluate(test, lead, now, { timeZone }) === true;
  if (settings.audience !== null && !holds(settings.audience)) return { enter: false, because: say('entry.not-in-audience', {}) };
  if (rules.filter !== null && !holds(rules.filter)) return { enter: false, because: say('entry.not-matching', {}) };
  if (rules.exclude !== null && holds(rules.exclude)) return { enter: false, because: say('entry.excluded', {}) };
  const answer = mayEnterAgain(settings, question);
  return answer.enter ? (rateLimit(question) ?? answer) : answer;
}

function mayEnterAgain({ reentry }: EntrySettings, request: EntryRequest): EntryAnswer {
  if (reentry === 'once')
    return request.earlier.length > 0 ? { enter: false, because: say('entry.once-only', {}) } : { enter: true, entryKey: 'once' };
  if (reentry === 'after-exit') return afterExit(request);
  return 'after' in reentry ? afterInterval(durationOf(reentry.after), request) : oncePerKey(reentry.key, request);
}

/** The moment at which so many entries have fallen out of the window that one more fits; null if it fits now. */
function rateLimit({ rules: { rate = null }, recentEntries = [], now }: EntryQuestion): EntryAnswer | null {
  if (rate === null) return null;
  const per = durationOf(rate.per);
  const recent = recentEntries.filter((at) => at > now - per).toSorted((left, right) => right - left);
  const blocking = recent[rate.count - 1];
  if (blocking === undefined) return null;
  const until = blocking + per;
  return { enter: false, because: say('entry.rate', { per, count: rate.count, until }), notBefore: until };
}

function afterExit({ earlier }: EntryRequest): EntryAnswer {
  const inside = earlier.some((run) => run.endedAt === null);
  return inside ? { enter: false, because: say('entry.still-inside', {}) } : { enter: true, entryKey: `visit/${earlier.length + 1}` };
}

function afterInterval(interval: Millis, request: EntryRequest): EntryAnswer {
  const until = Math.max(...request.earlier.map((run) => run.startedAt), Number.NEGATIVE_INFINITY) + interval;
  return request.now < until ? { enter: false, because: say('entry.too-soon', { until }), notBefore: until } : afterExit(request);
}

function oncePerKey(property: string, { event, earlier }: EntryRequest): EntryAnswer {
  const value: Json | undefined = event?.properties[property];
  const key = value === undefined || value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
  const entryKey = `key/${key}`;
  const used = earlier.some((run) => run.entryKey === entryKey);
  return used ? { enter: false, because: say('entry.key-used', { key }) } : { enter: true, entryKey };
}

/** The rules as the end of an entry's summary. */
export function entryRulesInWords({ filter, exclude, rate = null }: EntryRules, locale: Locale): string {
  const parts: string[] = [];
  if (filter !== null) parts.push(locale === 'en' ? ` if ${conditionInWords(filter, locale)}` : `，条件：${conditionInWords(filter, locale)}`);
  if (exclude !== null)
    parts.push(locale === 'en' ? `, not if ${conditionInWords(exclude, locale)}` : `，排除：${conditionInWords(exclude, locale)}`);
  if (rate !== null) {
    const per = formatDuration(durationOf(rate.per), locale);
    parts.push(locale === 'en' ? `, at most ${rate.count} in ${per}` : `，${per}内最多 ${rate.count} 个`);
  }
  return parts.join('');
}
