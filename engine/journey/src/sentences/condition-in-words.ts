import type { Condition, EventPattern, Json, Locale, Operator, PropertyTest, Subject } from '../model/index.ts';
import { subjectInWords, subjectKey } from './subject-in-words.ts';
import { poolInWords, termInWords } from './term-in-words.ts';

const OPERATORS: Readonly<Record<Operator, readonly [zh: string, en: string]>> = {
  is: ['是', 'is'],
  'is-not': ['不是', 'is not'],
  in: ['是其一：', 'is one of'],
  'not-in': ['不是其一：', 'is none of'],
  contains: ['包含', 'contains'],
  'not-contains': ['不包含', 'does not contain'],
  'starts-with': ['开头是', 'begins with'],
  'ends-with': ['结尾是', 'ends with'],
  lt: ['小于', 'is below'],
  lte: ['不超过', 'is at most'],
  gt: ['大于', 'is above'],
  gte: ['至少为', 'is at least'],
  between: ['介于', 'is between'],
  before: ['早于', 'is before'],
  after: ['晚于', 'is after'],
  'within-days': ['在最近几天内：', 'is within days:'],
  'not-within-days': ['不在最近几天内：', 'is not within days:'],
  known: ['已知', 'is known'],
  unknown: ['未知', 'is unknown'],
};

const pick = (locale: Locale, [zh, en]: readonly [string, string]) => (locale === 'en' ? en : zh);

/** A condition as a clause, for summaries: `industry is 软件 and total score is at least 80`. */
export function conditionInWords(condition: Condition, locale: Locale): string {
  if ('all' in condition) return joined(condition.all, locale, ['且', ' and ']);
  if ('any' in condition) return joined(condition.any, locale, ['或', ' or ']);
  if ('not' in condition) {
    const inner = conditionInWords(condition.not, locale);
    return locale === 'en' ? `not (${inner})` : `并非（${inner}）`;
  }
  const subject = subjectInWords(subjectKey(condition.test), locale);
  const days = condition.test.of === 'events' ? condition.test.withinDays : undefined;
  const where = condition.test.of === 'events' ? propertyTestsInWords(condition.test.where, locale) : '';
  return `${subject}${windowInWords(days, locale)}${where} ${testInWords(condition, locale, wordsOf(condition.test))}`;
}

/** What an operator and its operand say, such as `is at least 80`. `words` translates values of a fixed vocabulary. */
function testInWords({ operator, value }: { readonly operator: Operator; readonly value?: Json }, locale: Locale, words: Words = asWritten): string {
  if (value !== undefined && (operator === 'within-days' || operator === 'not-within-days')) {
    const inside = operator === 'within-days';
    if (locale === 'en') return `is ${inside ? '' : 'not '}within ${String(value)} days`;
    return `${inside ? '在' : '不在'}最近 ${String(value)} 天内`;
  }
  const operation = pick(locale, OPERATORS[operator]);
  return value === undefined ? operation : `${operation} ${valueInWords(value, locale, words)}`;
}

type Words = (word: string, locale: Locale) => string;

const asWritten: Words = (word) => word;

/** A free field may hold any word, so only values of our own vocabulary are translated. */
function wordsOf({ of }: Subject): Words {
  switch (of) {
    case 'pool':
      return poolInWords;
    case 'intent':
    case 'stage':
    case 'consent':
    case 'outcome':
      return termInWords;
    case 'attribute':
    case 'company':
    case 'tag':
    case 'score':
    case 'grade':
    case 'owner':
    case 'events':
      return asWritten;
  }
}

/** The event a pattern stands for, with its properties in brackets. */
export function patternInWords({ event, where }: EventPattern, locale: Locale): string {
  const name = termInWords(event, locale);
  return `${locale === 'en' ? `“${name}”` : `「${name}」`}${propertyTestsInWords(where, locale)}`;
}

function propertyTestsInWords(where: readonly PropertyTest[] | undefined, locale: Locale): string {
  if (where === undefined || where.length === 0) return '';
  const tests = where.map((test) => `${test.property} ${testInWords(test, locale)}`);
  return locale === 'en' ? ` (${tests.join(' and ')})` : `（${tests.join('且')}）`;
}

function windowInWords(days: number | undefined, locale: Locale): string {
  if (days === undefined) return '';
  return locale === 'en' ? ` in the last ${days} days` : `（最近 ${days} 天）`;
}

function joined(parts: readonly Condition[], locale: Locale, glue: readonly [string, string]): string {
  if (parts.length === 0) return locale === 'en' ? 'nothing is asked' : '无条件';
  const words = parts.map((part) => {
    const inner = conditionInWords(part, locale);
    const nested = 'all' in part || 'any' in part;
    if (!nested) return inner;
    return locale === 'en' ? `(${inner})` : `（${inner}）`;
  });
  return words.join(pick(locale, glue));
}

function valueInWords(value: Json, locale: Locale, words: Words): string {
  if (Array.isArray(value)) return value.map((part: Json) => valueInWords(part, locale, words)).join(locale === 'en' ? ', ' : '、');
  if (typeof value === 'string') return words(value, locale);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
