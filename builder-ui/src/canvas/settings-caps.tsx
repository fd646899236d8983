import { NumberInput, Select } from '@mantine/core';
import type { JourneySettings } from '@tendril/journey/schema';
import { useTranslation } from 'react-i18next';
import { DurationInput } from '../inspector/fields/duration-field.tsx';
import { ListEditor } from '../inspector/list-editor.tsx';
import type { SettingsProps } from './settings-panel.tsx';

type Cap = JourneySettings['caps'][number];

const CHANNELS = ['any', 'email', 'wecom', 'sms'] as const;

/** At most so many messages in a length of time. */
export function CapRules({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  return (
    <ListEditor<Cap>
      label={t('settings.caps')}
      help={t('settings.capsHelp')}
      readOnly={readOnly}
      items={settings.caps}
      addLabel={t('settings.capAdd')}
      fresh={() => ({ channel: 'any', count: 2, per: '7d' })}
      onChange={(caps) => change({ caps: [...caps] })}
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
