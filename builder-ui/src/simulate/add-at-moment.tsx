import { Button, NumberInput, Popover, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { fieldInWords, termInWords } from '@tendril/journey/sentences';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { Picker } from '../inspector/picker.tsx';
import { useNames } from '../inspector/use-names.ts';
import { eventNamed, type Happening } from './script-items.ts';
import css from './time-machine.module.css';

const KINDS = ['event', 'score', 'intent', 'field', 'tag', 'stage', 'pool', 'consent'] as const;
type Kind = (typeof KINDS)[number];

const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'];
const INTENTS = ['none', 'low', 'high'] as const;

interface Draft {
  readonly event: string;
  readonly score: number;
  readonly intent: (typeof INTENTS)[number];
  readonly field: string;
  readonly value: string;
  readonly tag: string;
  readonly stage: string;
  readonly pool: string;
  readonly topic: string;
}

/** The canvas keeps other events of the mouse to itself. */
const OUTSIDE = ['pointerdown'];

const FRESH: Draft = {
  event: 'Page Viewed',
  score: 80,
  intent: 'high',
  field: 'industry',
  value: '',
  tag: '',
  stage: 'mql',
  pool: 'silent',
  topic: 'nurture',
};

/** What the form says that happens; null while something is missing. */
export function happeningOf(kind: Kind, draft: Draft): Happening | null {
  const { event, score, intent, field, value, tag, stage, pool, topic } = draft;
  switch (kind) {
    case 'event':
      return event === '' ? null : eventNamed(event);
    case 'score':
      return { lead: { score: { fit: 0, interest: 0, behaviour: score, stage: 0, total: score } } };
    case 'intent':
      return { lead: { intent } };
    case 'field':
      return field === '' ? null : { lead: { attributes: { [field]: value } } };
    case 'tag':
      return tag.trim() === '' ? null : { lead: { tags: { [tag.trim()]: 1 } } };
    case 'stage':
      return { lead: { stage } };
    case 'pool':
      return { lead: { pool } };
    case 'consent':
      return { lead: { consent: { [`email/${topic}`]: 'withdrawn' } } };
  }
}

interface PartsProps {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly onChange: (patch: Partial<Draft>) => void;
}

/** The inputs of one kind. */
function Parts({ kind, draft, onChange }: PartsProps): ReactNode {
  const { t } = useTranslation('tryout');
  const locale = useLocale();
  const { events, fields, pools, topics } = useNames();
  const label = t(`machine.kind.${kind}`);
  const terms = (values: readonly string[]) => values.map((value) => ({ value, label: termInWords(value, locale) }));
  const choose = (key: 'stage' | 'pool', values: readonly string[]) => (
    <Select
      label={label}
      allowDeselect={false}
      data={terms(values)}
      value={draft[key]}
      onChange={(next) => onChange({ [key]: next ?? draft[key] })}
    />
  );
  switch (kind) {
    case 'event':
      return (
        <Picker
          inPopover
          label={label}
          creatable
          options={terms(events)}
          value={draft.event}
          onChange={(event) => onChange({ event: event ?? draft.event })}
        />
      );
    case 'score':
      return <NumberInput label={label} value={draft.score} onChange={(score) => onChange({ score: Number(score) || 0 })} />;
    case 'intent':
      return (
        <Select
          label={label}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={terms(INTENTS)}
          value={draft.intent}
          onChange={(next) => onChange({ intent: INTENTS.find((known) => known === next) ?? draft.intent })}
        />
      );
    case 'field':
      return (
        <>
          <Picker
            inPopover
            label={label}
            creatable
            options={fields.map((value) => ({ value, label: fieldInWords(value, locale) }))}
            value={draft.field}
            onChange={(field) => onChange({ field: field ?? draft.field })}
          />
          <TextInput label={t('machine.value')} value={draft.value} onChange={(event) => onChange({ value: event.currentTarget.value })} />
        </>
      );
    case 'tag':
      return <TextInput label={label} value={draft.tag} onChange={(event) => onChange({ tag: event.currentTarget.value })} />;
    case 'stage':
      return choose('stage', STAGES);
    case 'pool':
      return choose('pool', pools);
    case 'consent':
      return (
        <Picker
          inPopover
          label={label}
          creatable
          options={topics.map((value) => ({ value, label: value }))}
          value={draft.topic}
          onChange={(topic) => onChange({ topic: topic ?? draft.topic })}
        />
      );
  }
}

interface AddAtMomentProps {
  /** The moment, in words: `day 3.2`. */
  readonly moment: string;
  readonly onAdd: (what: Happening) => void;
}

/** Lets something happen at the moment that is looked at: an event, or a change of what is known of the lead. */
export function AddAtMoment({ moment, onAdd }: AddAtMomentProps) {
  const { t } = useTranslation('tryout');
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<Kind>('event');
  const [draft, setDraft] = useState(FRESH);
  const what = happeningOf(kind, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (what === null) return;
    onAdd(what);
    setOpened(false);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={400}
      position="top-end"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
      clickOutsideEvents={OUTSIDE}
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconPlus size={14} />} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('machine.add', { moment })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('machine.add', { moment })}>
        <form className={css['add']} onSubmit={submit}>
          <SegmentedControl
            fullWidth
            aria-label={t('machine.what')}
            value={kind === 'event' ? 'event' : 'change'}
            data={[
              { value: 'event', label: t('machine.kind.event') },
              { value: 'change', label: t('machine.change') },
            ]}
            onChange={(value) => setKind(value === 'event' ? 'event' : 'score')}
          />
          {kind !== 'event' && (
            <Select
              aria-label={t('machine.change')}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={KINDS.slice(1).map((value) => ({ value, label: t(`machine.kind.${value}`) }))}
              value={kind}
              onChange={(next) => setKind(KINDS.find((known) => known === next) ?? kind)}
            />
          )}
          <Parts kind={kind} draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          <Button type="submit" disabled={what === null}>
            {t('machine.addIt')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
