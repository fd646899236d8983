import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { useSentence } from '../../ui/use-sentence.ts';
import css from './desk.module.css';
import type { Handoff } from './desk-answers.ts';

/** Why this lead, why now, and what the journey does meanwhile. */
export function WhyNow({ handoff }: { readonly handoff: Handoff }) {
  const { t } = useTranslation('desk');
  const sentence = useSentence('desk:why');
  return (
    <Card tone="live">
      <b>{t('whyNow')}</b>
      {handoff.why.length === 0 ? (
        <p className={css['whyText']}>{t('whyUnknown', { journey: handoff.journeyName, node: handoff.nodeName })}</p>
      ) : (
        <ul className={css['whyList']}>
          {handoff.why.map((reason) => (
            <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>{sentence(reason)}</li>
          ))}
        </ul>
      )}
      <p className={css['whyText']}>
        <Meanwhile handoff={handoff} />
      </p>
    </Card>
  );
}

function Meanwhile({ handoff }: { readonly handoff: Handoff }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const journey = handoff.journeyName;
  const until = handoff.respondBy === null ? null : format.short(handoff.respondBy);
  switch (handoff.status) {
    case 'open':
      return t(until === null ? 'meanwhile.open' : 'meanwhile.openUntil', { journey, until });
    case 'accepted':
      return t(until === null ? 'meanwhile.accepted' : 'meanwhile.acceptedUntil', { journey, until });
    case 'closed':
    case 'expired':
    case 'cancelled':
      return t(`meanwhile.${handoff.status}`, { journey });
  }
}
