import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../i18n/format.ts';
import { ScoreBar } from '../../ui/score-bar.tsx';
import type { LeadScore } from './lead-answers.ts';
import { signedPoints } from './signed-points.ts';

type Part = LeadScore['dimensions'][number]['parts'][number];

const SHOWN_PARTS = 3;

/** The four dimensions of a score as bars, each with the strongest things it is made of. */
export function ScoreMakeUp({ score }: { readonly score: LeadScore }) {
  const { t } = useTranslation('leads');
  const format = useFormat();
  return score.dimensions.map(({ dimension, points, max, parts }) => (
    <ScoreBar
      key={dimension}
      label={t(`dimension.${dimension}`)}
      points={points}
      max={max}
      parts={
        parts.length === 0
          ? t('score.noParts')
          : parts
              .slice(0, SHOWN_PARTS)
              .map((part) => partText(part, format))
              .join(' · ')
      }
    />
  ));
}

const partText = ({ name, points, hits }: Part, format: Format) =>
  `${name[format.locale]} ${signedPoints(points, format)}${hits > 1 ? ` (${format.count(hits)}×)` : ''}`;
