import { Group, MultiSelect, NumberInput, SegmentedControl, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { Condition, Json } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import { ConditionBuilder, freshLeaf } from '../condition/condition-builder.tsx';
import type { FieldProps } from '../field-props.ts';
import { ListEditor } from '../list-editor.tsx';
import { portNameFor } from './port-names.ts';

const asList = <Item,>(value: Json | undefined): readonly Item[] => (Array.isArray(value) ? (value as unknown as readonly Item[]) : []);

/** What every way that a person defines has: the name its connection hangs on, and what it is called. */
interface Way {
  readonly id: string;
  readonly label?: string;
}

const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((digit) => `${letter}${digit}`));

function LabelInput<Item extends Way>({
  way,
  change,
  readOnly,
}: {
  readonly way: Item;
  readonly change: (way: Item) => void;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  return (
    <TextInput
      aria-label={t('way.label')}
      placeholder={termInWords(way.id, locale)}
      disabled={readOnly}
      value={way.label ?? ''}
      onChange={(event) => change({ ...way, label: event.currentTarget.value })}
    />
  );
}

/** Shared frame of the lists of ways: from the top, each with its label. */
function useWays<Item extends Way>({ value, field, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const items = asList<Item>(value ?? field.fallback);
  return {
    label,
    help,
    error,
    readOnly,
    items,
    least: 1,
    addLabel: t('way.add'),
    onChange: (next: readonly Item[]) => onChange(next as unknown as Json),
    named: (word: string) =>
      portNameFor(
        '',
        word,
        items.map(({ id }) => id),
      ),
  };
}

interface GateOutcome extends Way {
  readonly combine?: 'any' | 'all';
  readonly grades?: readonly string[] | null;
  readonly minScore?: number | null;
  readonly minIntent?: 'low' | 'high' | null;
}

/** The outcomes of a score gate, from the top: grade, score and intent, any of them or all. */
export function GateOutcomesField(props: FieldProps) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { named, ...list } = useWays<GateOutcome>(props);
  const { readOnly } = props;
  return (
    <ListEditor<GateOutcome>
      {...list}
      ordered
      fresh={() => ({ id: named('outcome'), label: '', combine: 'any', grades: null, minScore: 60, minIntent: null })}
      row={(outcome, change) => (
        <>
          <LabelInput way={outcome} change={change} readOnly={readOnly} />
          <SegmentedControl
            size="xs"
            disabled={readOnly}
            aria-label={t('gate.combine')}
            value={outcome.combine ?? 'any'}
            data={[
              { value: 'any', label: t('gate.any') },
              { value: 'all', label: t('gate.all') },
            ]}
            onChange={(combine) => change({ ...outcome, combine: combine === 'all' ? 'all' : 'any' })}
          />
          <NumberInput
            aria-label={t('gate.minScore')}
            prefix={`${t('gate.minScore')} ≥ `}
            placeholder={t('gate.anyScore')}
            disabled={readOnly}
            value={outcome.minScore ?? ''}
            onChange={(score) => change({ ...outcome, minScore: typeof score === 'number' ? score : null })}
          />
          <Select
            aria-label={t('gate.minIntent')}
            placeholder={t('gate.anyIntent')}
            clearable
            disabled={readOnly}
            data={(['low', 'high'] as const).map((value) => ({ value, label: t('gate.intentAtLeast', { intent: termInWords(value, locale) }) }))}
            value={outcome.minIntent ?? null}
            onChange={(intent) => change({ ...outcome, minIntent: intent === 'low' || intent === 'high' ? intent : null })}
          />
          <MultiSelect
            aria-label={t('gate.grades')}
            placeholder={outcome.grades?.length ? undefined : t('gate.anyGrade')}
            disabled={readOnly}
            data={GRADES}
            value={[...(outcome.grades ?? [])]}
            onChange={(grades) => change({ ...outcome, grades: grades.length > 0 ? grades : null })}
          />
        </>
      )}
    />
  );
}

interface Branch extends Way {
  readonly condition: Condition;
}

/** Branches with a condition each; the first that holds is taken. */
export function BranchesField(props: FieldProps) {
  const { named, ...list } = useWays<Branch>(props);
  return (
    <ListEditor<Branch>
      {...list}
      ordered
      fresh={() => ({ id: named('branch'), label: '', condition: freshLeaf() })}
      row={(branch, change) => (
        <>
          <LabelInput way={branch} change={change} readOnly={props.readOnly} />
          <ConditionBuilder condition={branch.condition} readOnly={props.readOnly} onChange={(condition) => change({ ...branch, condition })} />
        </>
      )}
    />
  );
}

interface OutcomePath extends Way {
  readonly outcomes: readonly string[];
}

const OUTCOMES = ['sent', 'skipped', 'failed', 'clicked', 'replied', 'qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'];

/** Which outcomes of an earlier step go which way. */
export function OutcomePathsField(props: FieldProps) {
  const { t } = useTranslation('nodes');
  const { named, ...list } = useWays<OutcomePath>(props);
  return (
    <ListEditor<OutcomePath>
      {...list}
      ordered
      fresh={() => ({ id: named('path'), label: '', outcomes: [] })}
      row={(path, change) => (
        <>
          <LabelInput way={path} change={change} readOnly={props.readOnly} />
          <TagsInput
            aria-label={t('way.outcomes')}
            placeholder={t('way.outcomes')}
            disabled={props.readOnly}
            data={OUTCOMES}
            value={[...path.outcomes]}
            onChange={(outcomes) => change({ ...path, outcomes })}
          />
        </>
      )}
    />
  );
}

interface Arm extends Way {
  readonly weight: number;
  readonly control?: boolean;
}

/** The arms of a random split with their weights; one may be the control group. */
export function SplitArmsField(props: FieldProps) {
  const { t } = useTranslation('nodes');
  const { named, ...list } = useWays<Arm>(props);
  return (
    <ListEditor<Arm>
      {...list}
      least={2}
      fresh={() => ({ id: named('arm'), label: '', weight: 50, control: false })}
      row={(arm, change) => (
        <>
          <LabelInput way={arm} change={change} readOnly={props.readOnly} />
          <Group gap={8} wrap="nowrap">
            <NumberInput
              aria-label={t('way.weight')}
              prefix={`${t('way.weight')} `}
              min={0}
              disabled={props.readOnly}
              value={arm.weight}
              onChange={(weight) => change({ ...arm, weight: typeof weight === 'number' ? weight : 0 })}
            />
            <Switch
              label={t('way.control')}
              disabled={props.readOnly}
              checked={arm.control ?? false}
              onChange={(event) => change({ ...arm, control: event.currentTarget.checked })}
            />
          </Group>
        </>
      )}
    />
  );
}
