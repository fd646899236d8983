import { Collapse } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { RelativeDate } from '../../ui/relative-date.tsx';
import type { LeadScore } from './lead-answers.ts';
import css from './leads.module.css';
import { ScoreMakeUp } from './score-make-up.tsx';
import { signedPoints } from './signed-points.ts';

/** The score with its four bars, and on demand every rule that hit: how often, for how much, when last. */
export function ScoreCard({ score }: { readonly score: LeadScore }) {
  const { t } = useTranslation('leads');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const hits = score.dimensions.flatMap(({ dimension, parts }) => parts.map((part) => ({ ...part, dimension })));
  const title = t('score.title', {
    score: format.count(Math.round(score.total)),
    grade: score.grade ?? t('score.ungraded'),
    intent: t(`intent.${score.intent}`),
  });
  return (
    <Card title={title}>
      <ScoreMakeUp score={score} />
      {score.grade === null ? <p className="muted">{t('score.ungradedHelp')}</p> : null}
      {hits.length === 0 ? null : (
        <button
          type="button"
          className={css['runHead']}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          style={{ marginTop: 8, color: 'var(--accent)' }}
        >
          {t('score.hits', { count: hits.length })}
          <IconChevronDown size={14} aria-hidden style={{ transform: open ? 'rotate(180deg)' : undefined }} />
        </button>
      )}
      <Collapse expanded={open}>
        <HitsTable hits={hits} />
      </Collapse>
    </Card>
  );
}

type Hit = LeadScore['dimensions'][number]['parts'][number] & { readonly dimension: string };

function HitsTable({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useTranslation('leads');
  const format = useFormat();
  return (
    <table className={css['hits']}>
      <thead>
        <tr>
          <th scope="col">{t('score.rule')}</th>
          <th scope="col">{t('score.dimension')}</th>
          <th scope="col">{t('score.times')}</th>
          <th scope="col">{t('score.points')}</th>
          <th scope="col">{t('score.last')}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ ruleKey, name, dimension, points, hits: times, lastAt }) => (
          <tr key={`${dimension} ${ruleKey ?? name.en}`}>
            <td>{name[format.locale]}</td>
            <td>{t(`dimension.${dimension}`)}</td>
            <td>{format.count(times)}</td>
            <td>{signedPoints(points, format)}</td>
            <td>
              <RelativeDate at={lastAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
