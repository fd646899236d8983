import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { ScoreMakeUp } from '../leads/score-make-up.tsx';
import { signedPoints } from '../leads/signed-points.ts';
import type { Handoff } from './desk-answers.ts';

/** The score that led to the hand-off, what it is made of, and how far it has moved since. */
export function HandoffScore({ handoff }: { readonly handoff: Handoff }) {
  const { t } = useTranslation(['desk', 'leads']);
  const format = useFormat();
  const { scoreAtHandoff: then, lead } = handoff;
  const change = Math.round(lead.scoreView.total) - Math.round(then.total);
  const title = t('score', {
    score: format.count(Math.round(then.total)),
    grade: then.grade ?? t('leads:score.ungraded'),
    intent: t(`leads:intent.${then.intent}`),
  });
  return (
    <Card
      title={title}
      aside={
        change === 0 ? null : (
          <span className="muted num">
            {t('scoreNow', { score: format.count(Math.round(lead.scoreView.total)), change: signedPoints(change, format) })}
          </span>
        )
      }
    >
      <ScoreMakeUp score={then} />
    </Card>
  );
}
