import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';

/** The question whether leads that already match come in, with their number. */
export function BackfillQuestion({
  matching,
  value,
  onChange,
}: {
  readonly matching: number;
  readonly value: boolean | null;
  readonly onChange: (enrol: boolean) => void;
}) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  if (matching === 0) return null;
  const formatted = format.count(matching);
  return (
    <Radio.Group
      label={t('publish.matching', { count: matching, formatted })}
      value={value === null ? null : value ? 'enrol' : 'wait'}
      onChange={(next) => onChange(next === 'enrol')}
    >
      <Stack gap={6} mt={6}>
        <Radio value="enrol" label={t('publish.enrol', { count: matching, formatted })} description={t('publish.enrolHelp')} />
        <Radio value="wait" label={t('publish.onlyNew')} description={t('publish.onlyNewHelp')} />
      </Stack>
    </Radio.Group>
  );
}
