import { Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { SendingRules } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { CapList } from '../../inspector/cap-list.tsx';
import { DurationInput } from '../../inspector/fields/duration-field.tsx';

const SILENCE = ['off', 'open', 'accepted'] as const;

interface SendingFormProps {
  readonly rules: SendingRules;
  readonly onChange: (rules: SendingRules) => void;
}

/** Every rule of a workspace, each of which may be off. */
export function SendingForm({ rules, onChange }: SendingFormProps) {
  const { t } = useTranslation('settings');
  const change = (patch: Partial<SendingRules>) => onChange({ ...rules, ...patch });
  return (
    <Stack gap="lg">
      <CapList
        label={t('sending.leadCaps')}
        help={t('sending.leadCapsHelp')}
        readOnly={false}
        caps={rules.leadCaps}
        onChange={(leadCaps) => change({ leadCaps })}
      />
      <CapList
        label={t('sending.companyCaps')}
        help={t('sending.companyCapsHelp')}
        readOnly={false}
        caps={rules.companyCaps}
        onChange={(companyCaps) => change({ companyCaps })}
      />
      <Length label={t('sending.gap')} help={t('sending.gapHelp')} value={rules.minimumGap} onChange={(minimumGap) => change({ minimumGap })} />
      <QuietHours value={rules.quietHours} onChange={(quietHours) => change({ quietHours })} />
      <Select
        label={t('sending.silence')}
        description={t('sending.silenceHelp')}
        data={SILENCE.map((value) => ({ value, label: t(`sending.silenceWay.${value}`) }))}
        allowDeselect={false}
        value={rules.silence}
        onChange={(silence) => change({ silence: SILENCE.find((known) => known === silence) ?? 'off' })}
      />
      <Length
        label={t('sending.giveUp')}
        help={t('sending.giveUpHelp')}
        value={rules.giveUpAfter}
        onChange={(giveUpAfter) => change({ giveUpAfter })}
      />
    </Stack>
  );
}

interface LengthProps {
  readonly label: string;
  readonly help: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A length of time as people write it; empty switches the rule off. */
function Length(props: LengthProps) {
  return <DurationInput {...props} error={undefined} readOnly={false} nullable />;
}

interface QuietHoursProps {
  readonly value: SendingRules['quietHours'];
  readonly onChange: (value: SendingRules['quietHours']) => void;
}

function QuietHours({ value, onChange }: QuietHoursProps) {
  const { t } = useTranslation('settings');
  return (
    <div>
      <Switch
        label={t('sending.quiet')}
        description={t('sending.quietHelp')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { from: '21:00', to: '08:00' } : null)}
      />
      {value !== null && (
        <Group gap="xs" mt="xs">
          <TextInput
            type="time"
            label={t('sending.quietFrom')}
            value={value.from}
            onChange={(event) => onChange({ ...value, from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('sending.quietTo')}
            value={value.to}
            onChange={(event) => onChange({ ...value, to: event.currentTarget.value })}
          />
        </Group>
      )}
    </div>
  );
}
