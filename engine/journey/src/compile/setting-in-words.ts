import type { Condition, EventPattern, Json, Locale, LocalText } from '../model/index.ts';
import { conditionInWords, patternInWords } from '../sentences/condition-in-words.ts';
import { formatDuration, parseDuration } from '../time/index.ts';

const LABELS: { readonly [setting: string]: LocalText } = {
  goal: { 'zh-CN': '目标', en: 'Goal' },
  exits: { 'zh-CN': '退出条件', en: 'Conditions to leave' },
  quietHours: { 'zh-CN': '免打扰时段', en: 'Quiet hours' },
  caps: { 'zh-CN': '消息上限', en: 'Message caps' },
  holdoutPercent: { 'zh-CN': '对照组比例', en: 'Holdout share' },
  priority: { 'zh-CN': '优先级', en: 'Priority' },
  timeZone: { 'zh-CN': '时区', en: 'Time zone' },
  reentry: { 'zh-CN': '再次进入', en: 'Coming in again' },
  audience: { 'zh-CN': '适用对象', en: 'Who may be in it' },
};

/** How a setting of a journey is called, and how its values are written. */
export interface SettingWords {
  readonly label: string;
  readonly value: (value: Json | undefined) => string;
}

/** The words for a setting. Values in a form that is not known are written as JSON. */
export function settingInWords(name: string, locale: Locale): SettingWords {
  const label = LABELS[name]?.[locale] ?? name;
  return { label, value: (value) => (value === undefined || value === null ? '–' : words(name, value, locale)) };
}

type When = { readonly event: EventPattern } | { readonly condition: Condition };

function words(name: string, value: Json, locale: Locale): string {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const length = (text: string) => formatDuration(parseDuration(text) ?? 0, locale);
  switch (name) {
    case 'goal': {
      const { name: goal, when } = value as unknown as { readonly name: string; readonly when: When };
      return `${goal}${say('：', ': ')}${whenInWords(when, locale)}`;
    }
    case 'exits':
      return list(
        value as unknown as readonly { readonly when: When; readonly outcome: string }[],
        locale,
        ({ when, outcome }) => `${whenInWords(when, locale)} → ${outcome}`,
      );
    case 'quietHours': {
      const { from, to } = value as unknown as { readonly from: string; readonly to: string };
      return `${from}–${to}`;
    }
    case 'caps':
      return list(
        value as unknown as readonly { readonly channel: string; readonly count: number; readonly per: string }[],
        locale,
        ({ channel, count, per }) => say(`${length(per)}内最多 ${count} 条（${channel}）`, `at most ${count} in ${length(per)} (${channel})`),
      );
    case 'holdoutPercent':
      return `${String(value)} %`;
    case 'audience':
      return conditionInWords(value as unknown as Condition, locale);
    case 'reentry':
      return reentryInWords(value, locale);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function reentryInWords(value: Json, locale: Locale): string {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  if (value === 'once') return say('仅一次', 'once only');
  if (value === 'after-exit') return say('离开后可再次进入', 'after leaving');
  const { after, key } = value as { readonly after?: string; readonly key?: string };
  if (after !== undefined)
    return say(`${formatDuration(parseDuration(after) ?? 0, locale)}后可再次进入`, `after ${formatDuration(parseDuration(after) ?? 0, locale)}`);
  return say(`每个 ${key ?? ''} 一次`, `once per ${key ?? ''}`);
}

function whenInWords(when: When, locale: Locale): string {
  return 'event' in when ? patternInWords(when.event, locale) : conditionInWords(when.condition, locale);
}

function list<Item>(items: readonly Item[], locale: Locale, write: (item: Item) => string): string {
  return items.length === 0 ? '–' : items.map(write).join(locale === 'en' ? '; ' : '；');
}
