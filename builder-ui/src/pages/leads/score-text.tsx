import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** Grade and score in one breath: `A1 · 82`. */
export function ScoreText({ score, grade }: { readonly score: number; readonly grade: string | null }) {
  const { t } = useTranslation('leads');
  const format = useFormat();
  return (
    <b className="num" style={{ fontWeight: 600 }} title={t(grade === null ? 'score.ungradedHelp' : 'score.gradeHelp')}>
      {grade ?? t('score.ungraded')} · {format.count(Math.round(score))}
    </b>
  );
}
