import { NumberInput, Select } from '@mantine/core';
import type { SendingCap } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { DurationInput } from './fields/duration-field.tsx';
import { ListEditor } from './list-editor.tsx';

const CHANNELS = ['any', 'email', 'wecom', 'sms'] as const;

interface CapListProps {
  readonly label: string;
  readonly help: string;
  readonly readOnly: boolean;
  readonly caps: readonly SendingCap[];
  readonly onChange: (caps: readonly SendingCap[]) => void;
}

/** A list of caps: at most so many messages on a channel in a length of time. */
export function CapList({ label, help, readOnly, caps, onChange }: CapListProps) {
  const { t } = useTranslation('canvas');
  return (
    <ListEditor<SendingCap>
      label={label}
      help={help}
      readOnly={readOnly}
      items={caps}
      addLabel={t('settings.capAdd')}
      fresh={() => ({ channel: 'any', count: 2, per: '7d' })}
      onChange={onChange}
      row={(cap, changeCap) => (
        <>
          <Select
            aria-label={t('settings.capChannel')}
            disabled={readOnly}
            data={CHANNELS.map((value) => ({ value, label: t(`settings.channel.${value}`) }))}
            value={cap.channel}
            onChange={(channel) => changeCap({ ...cap, channel: CHANNELS.find((known) => known === channel) ?? 'any' })}
          />
          <NumberInput
            aria-label={t('settings.capCount')}
            min={1}
            disabled={readOnly}
            value={cap.count}
            onChange={(count) => changeCap({ ...cap, count: Math.max(1, Math.round(Number(count) || 1)) })}
          />
          <DurationInput
            label={t('settings.capPer')}
            help={undefined}
            error={undefined}
            readOnly={readOnly}
            nullable={false}
            value={cap.per}
            onChange={(per) => changeCap({ ...cap, per: per ?? '' })}
          />
        </>
      )}
    />
  );
}
