import { ActionIcon, Button, NumberInput, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { JourneyScript } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { Picker } from '../inspector/picker.tsx';
import { useNames } from '../inspector/use-names.ts';
import { happeningsOf, withHappenings, withIntent, withScore } from './made-up-script.ts';
import css from './time-machine.module.css';

interface ScriptFormProps {
  readonly script: JourneyScript;
  readonly onChange: (script: JourneyScript) => void;
}

function LeadForm({ script, onChange }: ScriptFormProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  return (
    <>
      <NumberInput
        w={118}
        prefix={`${t('timeMachine.score')} `}
        aria-label={t('timeMachine.score')}
        value={script.lead?.score?.total ?? 0}
        onChange={(score) => onChange(withScore(script, Number(score) || 0))}
      />
      <Select
        w={132}
        aria-label={t('timeMachine.intent')}
        data={(['none', 'low', 'high'] as const).map((value) => ({
          value,
          label: t('timeMachine.intentIs', { intent: termInWords(value, locale) }),
        }))}
        value={script.lead?.intent ?? 'none'}
        onChange={(intent) => onChange(withIntent(script, intent === 'high' || intent === 'low' ? intent : 'none'))}
      />
    </>
  );
}

/** The made-up lead and what happens to it. */
export function ScriptForm({ script, onChange }: ScriptFormProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { events } = useNames();
  const happenings = happeningsOf(script);
  const set = (next: typeof happenings) => onChange(withHappenings(script, next));
  const change = (index: number, patch: Partial<(typeof happenings)[number]>) =>
    set(happenings.map((old, place) => (place === index ? { ...old, ...patch } : old)));
  return (
    <>
      <LeadForm script={script} onChange={onChange} />
      {happenings.map((happening, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: happenings have no identity of their own, and their inputs are controlled
        <span key={index} className={css['happening']}>
          <NumberInput
            w={84}
            min={0}
            decimalScale={1}
            prefix={t('timeMachine.dayPrefix')}
            aria-label={t('timeMachine.onDay')}
            value={happening.day}
            onChange={(day) => change(index, { day: Number(day) || 0 })}
          />
          <Picker
            name={t('timeMachine.event')}
            creatable
            options={events.map((value) => ({ value, label: termInWords(value, locale) }))}
            value={happening.event}
            onChange={(event) => change(index, { event: event ?? happening.event })}
          />
          <ActionIcon size="sm" aria-label={t('timeMachine.removeEvent')} onClick={() => set(happenings.filter((_, place) => place !== index))}>
            <IconX size={13} />
          </ActionIcon>
        </span>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={13} />}
        onClick={() => set([...happenings, { day: happenings.length + 1, event: 'Page Viewed' }])}
      >
        {t('timeMachine.event')}
      </Button>
    </>
  );
}
