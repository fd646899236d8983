import type { LeadView } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import { type Moment, momentAt, type Trace } from '@tendril/journey/simulator';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import css from './time-machine.module.css';

interface Fact {
  readonly key: 'score' | 'intent' | 'grade' | 'stage' | 'pool' | 'tags' | 'messages' | 'handoffs';
  readonly value: string;
}

/** What is known of the lead at a moment, as far as journeys mostly decide by it. */
export function factsOf(
  { lead, messages, handoffs }: Pick<Moment, 'lead' | 'messages' | 'handoffs'>,
  words: (term: string) => string,
): readonly Fact[] {
  const tags = Object.keys(lead.tags);
  const of = (key: Fact['key'], value: string): readonly Fact[] => [{ key, value }];
  return [
    ...of('score', String(Math.round(lead.score.total))),
    ...of('intent', words(lead.intent)),
    ...(lead.grade === null ? [] : of('grade', lead.grade)),
    ...of('stage', words(lead.stage)),
    ...of('pool', words(lead.pool)),
    ...(tags.length === 0 ? [] : of('tags', tags.join(', '))),
    ...(messages === 0 ? [] : of('messages', String(messages))),
    ...(handoffs === 0 ? [] : of('handoffs', String(handoffs))),
  ];
}

/** The lead at the moment that is looked at; what has just changed stands out. */
export function MomentFacts({ trace, at }: { readonly trace: Trace; readonly at: number }) {
  const { t } = useTranslation('tryout');
  const { locale } = useFormat();
  const moment = momentAt(trace, at);
  if (moment === null) return null;
  const words = (term: string) => termInWords(term, locale);
  const before = momentAt(trace, moment.at - 1);
  const old = new Map(before === null ? [] : factsOf(before, words).map(({ key, value }) => [key, value]));
  const changed = (lead: LeadView | undefined, { key, value }: Fact) => lead !== undefined && old.get(key) !== value;
  return (
    <ul className={css['facts']} aria-label={t('machine.facts')} data-testid="moment-facts">
      {factsOf(moment, words).map((fact) => (
        <li key={fact.key} className="chip num" data-tone={changed(before?.lead, fact) ? 'live' : undefined}>
          {t(`machine.fact.${fact.key}`)} <b>{fact.value}</b>
        </li>
      ))}
    </ul>
  );
}
