import { MINUTE } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { Stat } from '../../ui/stat.tsx';
import css from './overview.module.css';

/** The five numbers a manager looks at first. */
export function OverviewFigures({ overview }: { readonly overview: Answers['settings']['overview'] }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const minutes = overview.medianAcceptMinutes30d;
  const figures = [
    {
      key: 'leads',
      value: format.count(overview.leads),
      note: t('note.leads', { count: overview.newLeads30d, shown: format.count(overview.newLeads30d) }),
    },
    { key: 'mqls', value: format.count(overview.mqls30d) },
    { key: 'open', value: format.count(overview.handoffsOpen) },
    { key: 'accepted', value: format.count(overview.handoffsAccepted30d) },
    { key: 'response', value: minutes === null ? '–' : format.duration(minutes * MINUTE), note: minutes === null ? t('note.noResponse') : undefined },
  ] as const;
  return (
    <div className={css['figures']}>
      {figures.map(({ key, value, ...rest }) => (
        <Card key={key}>
          <Stat label={t(`figure.${key}`)} value={value} formula={t(`formula.${key}`)} note={'note' in rest ? rest.note : undefined} />
        </Card>
      ))}
    </div>
  );
}
