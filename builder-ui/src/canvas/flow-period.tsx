import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from './editor.ts';
import { useCounts } from './live-store.ts';
import type { Period } from './view-store.ts';

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'version'];

/** Chooses the part of history that the numbers and the widths of connections are about. Nothing while there are none. */
export function FlowPeriod() {
  const { t } = useTranslation('tryout');
  const { view } = useEditor();
  const counts = useCounts();
  const period = useView((state) => state.period);
  if (counts === null) return null;
  return (
    <Select
      w={168}
      aria-label={t('period.label')}
      allowDeselect={false}
      comboboxProps={{ position: 'top-start', width: 'max-content' }}
      data={[{ value: 'all', label: t('period.all') }, ...PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))]}
      value={period ?? 'all'}
      onChange={(value) => view.setState({ period: PERIODS.find((known) => known === value) ?? null })}
    />
  );
}
