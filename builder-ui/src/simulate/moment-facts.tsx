import type { LeadView } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import type { Moment, Trace } from '@tendril/journey/simulator';
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

/** The lead as it is when so many lines are told; what has just changed stands out. */
export function MomentFacts({ trace, told }: { readonly trace: Trace; readonly told: number }) {
  const { t } = useTranslation('tryout');
  const { locale } = useFormat();
  const index = trace.moments.findLastIndex(({ lines }) => lines <= told);
  const moment = trace.moments[Math.max(0, index)];
  if (moment === undefined) return null;
  const words = (term: string) => termInWords(term, locale);
  const before = trace.moments[index - 1];
  const old = new Map(before === undefined ? [] : factsOf(before, words).map(({ key, value }) => [key, value]));
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
