import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const LEADS = ['finish', 'next', 'now'] as const;

/** What becomes of the leads of a version that is given up. */
export type LeadsBackChoice = (typeof LEADS)[number];

interface LeadsBackProps {
  /** The version that is given up, and the one that takes its place. */
  readonly version: number;
  readonly against: number;
  readonly value: LeadsBackChoice;
  readonly onChange: (leads: LeadsBackChoice) => void;
}

/** Asks what becomes of the leads who came in by a version that is given up. */
export function LeadsBack({ version, against, value, onChange }: LeadsBackProps) {
  const { t } = useTranslation('publishing');
  const words = { version, against };
  return (
    <Radio.Group label={t('takeBack.leads', words)} value={value} onChange={(next) => onChange(LEADS.find((one) => one === next) ?? 'finish')}>
      <Stack gap={6} mt={6}>
        {LEADS.map((one) => (
          <Radio key={one} value={one} label={t(`takeBack.${one}`, words)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
