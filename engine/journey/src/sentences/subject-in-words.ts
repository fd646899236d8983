import type { Locale, Subject } from '../model/index.ts';
import { TERMS } from './terms.ts';

/** What a leaf is about, as one string that a sentence can carry: `attribute/industry`, `events/count/Page Viewed`. */
export function subjectKey(subject: Subject): string {
  switch (subject.of) {
    case 'attribute':
    case 'company':
      return `${subject.of}/${subject.field}`;
    case 'tag':
      return `tag/${subject.tag}`;
    case 'score':
      return `score/${subject.dimension}`;
    case 'consent':
      return `consent/${subject.channel}/${subject.topic}`;
    case 'events':
      return `events/${subject.measure}/${subject.name}`;
    case 'outcome':
      return `outcome/${subject.node}`;
    case 'grade':
    case 'intent':
    case 'stage':
    case 'pool':
    case 'owner':
      return subject.of;
  }
}

const FIELDS: { readonly [field: string]: readonly [zh: string, en: string] } = {
  name: ['姓名', 'name'],
  email: ['邮箱', 'email'],
  phone: ['手机', 'phone'],
  title: ['职位', 'job title'],
  city: ['城市', 'city'],
  region: ['地区', 'region'],
  industry: ['行业', 'industry'],
  source: ['来源', 'source'],
  company: ['公司', 'company'],
  companySize: ['公司规模', 'company size'],
  size: ['规模', 'size'],
  owner: ['负责人', 'owner'],
  stage: ['阶段', 'stage'],
  pool: ['线索池', 'pool'],
  locale: ['语言', 'language'],
  timeZone: ['时区', 'time zone'],
  grade: ['等级', 'grade'],
  intent: ['意向', 'intent'],
};

/** How a lead field is called; a free attribute by its own name. */
export function fieldInWords(field: string, locale: Locale): string {
  const [zh, en] = FIELDS[field] ?? [field, field];
  return locale === 'en' ? en : zh;
}

/** Writes a subject key for a reader. A key of an unknown form stays itself. */
export function subjectInWords(key: string, locale: Locale): string {
  const [of = '', first = '', ...more] = key.split('/');
  const rest = [first, ...more].join('/');
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const term = (word: string) => TERMS[word]?.[locale] ?? word;
  switch (of) {
    case 'attribute':
      return fieldInWords(rest, locale);
    case 'company':
      return say(`公司${fieldInWords(rest, locale)}`, `company ${fieldInWords(rest, locale)}`);
    case 'tag':
      return say(`标签「${rest}」权重`, `weight of the tag “${rest}”`);
    case 'score':
      return first === 'total' ? term('total') : say(`${term(first)}得分`, `${term(first)} score`);
    case 'consent':
      return say(`${term(first)}「${more.join('/')}」许可`, `${term(first)} consent to “${more.join('/')}”`);
    case 'events':
      return eventsInWords(first, term(more.join('/')), locale);
    case 'event':
      return term(rest);
    case 'outcome':
      return say(`步骤 ${rest} 的结果`, `outcome of step ${rest}`);
    default:
      return fieldInWords(key, locale);
  }
}

function eventsInWords(measure: string, event: string, locale: Locale): string {
  if (measure === 'count') return locale === 'en' ? `number of times of “${event}”` : `「${event}」次数`;
  if (locale === 'en') return `${measure} “${event}”`;
  return measure === 'first' ? `首次「${event}」` : `最近一次「${event}」`;
}
