import { NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { JsonObject } from '@tendril/journey/model';
import { type JourneySettings, settingsSchema } from '@tendril/journey/schema';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder, freshLeaf } from '../inspector/condition/condition-builder.tsx';
import { DurationInput } from '../inspector/fields/duration-field.tsx';
import { edit, useDocument, useEditor } from './editor.ts';
import { PanelFrame } from './panel-frame.tsx';
import { CapRules } from './settings-caps.tsx';
import { ExitRules, GoalRule } from './settings-triggers.tsx';

/** What every part of the settings' form gets. */
export interface SettingsProps {
  readonly settings: JourneySettings;
  readonly change: (patch: Partial<JourneySettings>) => void;
  readonly readOnly: boolean;
}

const wayOf = (reentry: JourneySettings['reentry']): 'once' | 'after-exit' | 'after' | 'key' =>
  typeof reentry === 'string' ? reentry : 'after' in reentry ? 'after' : 'key';

function Reentry({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  const { reentry } = settings;
  const way = wayOf(reentry);
  const begin = { once: 'once', 'after-exit': 'after-exit', after: { after: '30d' }, key: { key: 'id' } } as const;
  return (
    <>
      <Select
        label={t('settings.reentry')}
        disabled={readOnly}
        data={(['once', 'after-exit', 'after', 'key'] as const).map((value) => ({ value, label: t(`settings.reentryWay.${value}`) }))}
        value={way}
        onChange={(next) => change({ reentry: begin[(next ?? 'once') as typeof way] })}
      />
      {typeof reentry === 'object' && 'after' in reentry && (
        <DurationInput
          label={t('settings.reentryAfter')}
          help={undefined}
          error={undefined}
          readOnly={readOnly}
          nullable={false}
          value={reentry.after}
          onChange={(after) => change({ reentry: { after: after ?? '' } })}
        />
      )}
      {typeof reentry === 'object' && 'key' in reentry && (
        <TextInput
          label={t('settings.reentryKey')}
          disabled={readOnly}
          value={reentry.key}
          onChange={(event) => change({ reentry: { key: event.currentTarget.value } })}
        />
      )}
    </>
  );
}

function Audience({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  const { audience } = settings;
  return (
    <div>
      <Switch
        label={t('settings.audience')}
        description={t('settings.audienceHelp')}
        disabled={readOnly}
        checked={audience !== null}
        onChange={(event) => change({ audience: event.currentTarget.checked ? freshLeaf() : null })}
      />
      {audience !== null && <ConditionBuilder condition={audience} readOnly={readOnly} onChange={(next) => change({ audience: next })} />}
    </div>
  );
}

function QuietHours({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  const { quietHours } = settings;
  return (
    <div>
      <Switch
        label={t('settings.quiet')}
        description={t('settings.quietHelp')}
        disabled={readOnly}
        checked={quietHours !== null}
        onChange={(event) => change({ quietHours: event.currentTarget.checked ? { from: '21:00', to: '08:00' } : null })}
      />
      {quietHours !== null && (
        <Stack gap="xs" mt="xs">
          <TextInput
            type="time"
            label={t('settings.quietFrom')}
            disabled={readOnly}
            value={quietHours.from}
            onChange={(event) => change({ quietHours: { ...quietHours, from: event.currentTarget.value } })}
          />
          <TextInput
            type="time"
            label={t('settings.quietTo')}
            disabled={readOnly}
            value={quietHours.to}
            onChange={(event) => change({ quietHours: { ...quietHours, to: event.currentTarget.value } })}
          />
        </Stack>
      )}
    </div>
  );
}

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Rules of the whole journey: who may be in it, when it is over, when it is quiet. */
export function SettingsPanel() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const stored = useDocument((document) => document.settings);
  const parsed = settingsSchema.safeParse(stored);
  const settings = parsed.success ? parsed.data : settingsSchema.parse({});
  const change = (patch: Partial<JourneySettings>) =>
    edit(editor, { name: 'settings', group: `settings ${Object.keys(patch).join()}` }, (document) => ({
      ...document,
      settings: { ...settings, ...patch } as unknown as JsonObject,
    }));
  const props: SettingsProps = { settings, change, readOnly: editor.readOnly };
  return (
    <PanelFrame title={t('panel.settings')} label={t('panel.settings')} onClose={() => editor.view.setState({ panel: 'inspector' })}>
      <Stack gap="md">
        <GoalRule {...props} />
        <ExitRules {...props} />
        <Reentry {...props} />
        <Audience {...props} />
        <QuietHours {...props} />
        <CapRules {...props} />
        <NumberInput
          label={t('settings.holdout')}
          description={t('settings.holdoutHelp')}
          suffix=" %"
          min={0}
          max={100}
          disabled={editor.readOnly}
          value={settings.holdoutPercent}
          onChange={(next) => change({ holdoutPercent: Number(next) || 0 })}
        />
        <NumberInput
          label={t('settings.priority')}
          description={t('settings.priorityHelp')}
          min={0}
          max={100}
          disabled={editor.readOnly}
          value={settings.priority}
          onChange={(next) => change({ priority: Math.round(Number(next) || 0) })}
        />
        <Select
          label={t('settings.timeZone')}
          description={t('settings.timeZoneHelp')}
          searchable
          clearable
          limit={40}
          placeholder={t('settings.timeZoneDefault')}
          disabled={editor.readOnly}
          data={[...zones()]}
          value={settings.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Stack>
    </PanelFrame>
  );
}
