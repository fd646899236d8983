import { SegmentedControl, Stack, Switch, TextInput } from '@mantine/core';
import type { JourneySettings } from '@tendril/journey/schema';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { ConditionBuilder, freshLeaf } from '../inspector/condition/condition-builder.tsx';
import { PropertyTests } from '../inspector/condition/property-tests.tsx';
import { ListEditor } from '../inspector/list-editor.tsx';
import { Picker } from '../inspector/picker.tsx';
import { useNames } from '../inspector/use-names.ts';
import type { SettingsProps } from './settings-panel.tsx';

type Trigger = NonNullable<JourneySettings['goal']>['when'];

/** Something that may happen to a lead at any moment: an event, or a condition that comes true. */
function TriggerInput({
  when,
  onChange,
  readOnly,
}: {
  readonly when: Trigger;
  readonly onChange: (when: Trigger) => void;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { events } = useNames();
  return (
    <Stack gap={6}>
      <SegmentedControl
        aria-label={t('settings.when')}
        disabled={readOnly}
        value={'event' in when ? 'event' : 'condition'}
        data={[
          { value: 'event', label: t('settings.whenEvent') },
          { value: 'condition', label: t('settings.whenCondition') },
        ]}
        onChange={(kind) => onChange(kind === 'event' ? { event: { event: 'Demo Requested' } } : { condition: freshLeaf() })}
      />
      {'event' in when ? (
        <>
          <Picker
            name={t('settings.whenEvent')}
            options={events.map((value) => ({ value, label: termInWords(value, locale) }))}
            creatable
            readOnly={readOnly}
            value={when.event.event}
            onChange={(event) => onChange({ event: { ...when.event, event: event ?? '' } })}
          />
          <PropertyTests
            tests={when.event.where ?? []}
            readOnly={readOnly}
            onChange={(where) => onChange({ event: { event: when.event.event, ...(where.length > 0 ? { where } : {}) } })}
          />
        </>
      ) : (
        <ConditionBuilder condition={when.condition} readOnly={readOnly} onChange={(condition) => onChange({ condition })} />
      )}
    </Stack>
  );
}

/** What the journey is for; reaching it takes the lead out at once. */
export function GoalRule({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  const { goal } = settings;
  return (
    <Stack gap={6}>
      <Switch
        label={t('settings.goal')}
        description={t('settings.goalHelp')}
        disabled={readOnly}
        checked={goal !== null}
        onChange={(event) =>
          change({ goal: event.currentTarget.checked ? { name: t('settings.goalFresh'), when: { event: { event: 'Demo Requested' } } } : null })
        }
      />
      {goal !== null && (
        <>
          <TextInput
            aria-label={t('settings.goalName')}
            disabled={readOnly}
            value={goal.name}
            onChange={(event) => change({ goal: { ...goal, name: event.currentTarget.value } })}
          />
          <TriggerInput when={goal.when} readOnly={readOnly} onChange={(when) => change({ goal: { ...goal, when } })} />
        </>
      )}
    </Stack>
  );
}

type Exit = JourneySettings['exits'][number];

/** Other reasons to leave at once. */
export function ExitRules({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  return (
    <ListEditor<Exit>
      label={t('settings.exits')}
      help={t('settings.exitsHelp')}
      readOnly={readOnly}
      items={settings.exits}
      addLabel={t('settings.exitAdd')}
      fresh={() => ({ when: { event: { event: 'Unsubscribed' } }, outcome: 'left' })}
      onChange={(exits) => change({ exits: [...exits] })}
      row={(exit, changeExit) => (
        <>
          <TextInput
            aria-label={t('settings.exitOutcome')}
            placeholder={t('settings.exitOutcome')}
            disabled={readOnly}
            value={exit.outcome}
            onChange={(event) => changeExit({ ...exit, outcome: event.currentTarget.value })}
          />
          <TriggerInput when={exit.when} readOnly={readOnly} onChange={(when) => changeExit({ ...exit, when })} />
        </>
      )}
    />
  );
}
