import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { OPERANDS, OPERATORS, type SubjectKind } from '@tendril/journey/conditions';
import type { Json, Operator } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { type Option, Picker } from '../picker.tsx';
import css from './condition.module.css';

/** An operator with what it compares with. */
export interface Comparison {
  readonly operator: Operator;
  readonly value?: Json;
}

interface OperatorInputProps extends Comparison {
  readonly kind: SubjectKind;
  /** Values that exist, where they are known. */
  readonly values?: readonly Option[] | undefined;
  readonly readOnly: boolean;
  readonly onChange: (comparison: Comparison) => void;
}

/** Operators that people need daily; the rest of an open sort of value would only make the list long. */
const EVERYDAY: readonly Operator[] = [
  'is',
  'is-not',
  'in',
  'not-in',
  'contains',
  'starts-with',
  'gte',
  'lte',
  'between',
  'before',
  'after',
  'within-days',
  'not-within-days',
  'known',
  'unknown',
];

const operatorsOf = (kind: SubjectKind, current: Operator): readonly Operator[] =>
  kind === 'open' ? OPERATORS.open.filter((operator) => EVERYDAY.includes(operator) || operator === current) : OPERATORS[kind];

/** The value to begin with when the operator wants another sort of operand; the old one is kept if it fits. */
export function fitValue(kind: SubjectKind, operator: Operator, old: Json | undefined): Comparison {
  const single = Array.isArray(old) ? old[0] : old;
  switch (OPERANDS[operator]) {
    case 'none':
      return { operator };
    case 'scalars':
      return { operator, value: Array.isArray(old) ? old : single === undefined || single === '' ? [] : [single] };
    case 'range':
      return { operator, value: Array.isArray(old) && old.length === 2 ? old : [0, 100] };
    case 'number':
    case 'days':
      return { operator, value: typeof single === 'number' ? single : 7 };
    case 'scalar':
      if (kind === 'number') return { operator, value: typeof single === 'number' ? single : 0 };
      return { operator, value: single ?? '' };
    case 'text':
      return { operator, value: typeof single === 'string' ? single : '' };
    case 'date':
      return { operator, value: typeof single === 'string' ? single : '' };
  }
}

/** A typed text as the value a comparison means: a whole number where the sort of value is a number. */
function scalarOf(kind: SubjectKind, text: string): Json {
  const number = Number(text);
  return kind === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text;
}

interface KnownValuesProps {
  readonly label: string;
  readonly values: readonly Option[];
  readonly texts: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (texts: readonly string[]) => void;
}

/** Several of the values that exist, by name; one that exists no more stays. */
function KnownValues({ label, values, texts, readOnly, onChange }: KnownValuesProps) {
  const { t } = useTranslation('nodes');
  const gone = texts
    .filter((text) => !values.some(({ value }) => value === text))
    .map((text) => ({ value: text, label: t('pick.missing', { value: text }) }));
  return <MultiSelect aria-label={label} disabled={readOnly} searchable data={[...values, ...gone]} value={[...texts]} onChange={onChange} />;
}

function Operand({ kind, operator, value, values, readOnly, onChange }: OperatorInputProps) {
  const { t } = useTranslation('nodes');
  const label = t('condition.value');
  const set = (next: Json) => onChange({ operator, value: next });
  const texts = Array.isArray(value) ? value.map(String) : [];
  switch (OPERANDS[operator]) {
    case 'none':
      return null;
    case 'scalars':
      if (values !== undefined) return <KnownValues {...{ label, readOnly, values, texts }} onChange={(next) => set([...next])} />;
      return <TagsInput aria-label={label} disabled={readOnly} value={texts} onChange={(next) => set(next.map((text) => scalarOf(kind, text)))} />;
    case 'range': {
      const [low, high] = Array.isArray(value) ? value : [0, 100];
      return (
        <span className={css['pair']}>
          <NumberInput
            aria-label={t('condition.from')}
            disabled={readOnly}
            value={Number(low)}
            onChange={(next) => set([Number(next), Number(high)])}
          />
          <NumberInput
            aria-label={t('condition.to')}
            disabled={readOnly}
            value={Number(high)}
            onChange={(next) => set([Number(low), Number(next)])}
          />
        </span>
      );
    }
    case 'number':
      return <NumberInput aria-label={label} disabled={readOnly} value={typeof value === 'number' ? value : ''} onChange={(next) => set(next)} />;
    case 'days':
      return (
        <NumberInput
          aria-label={label}
          disabled={readOnly}
          min={0}
          suffix={` ${t('condition.days')}`}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(next)}
        />
      );
    case 'date':
      return (
        <DateInput
          aria-label={label}
          disabled={readOnly}
          valueFormat="YYYY-MM-DD"
          value={typeof value === 'string' && value !== '' ? value.slice(0, 10) : null}
          onChange={(next) => set(next ?? '')}
        />
      );
    case 'scalar':
    case 'text':
      if (kind === 'number')
        return <NumberInput aria-label={label} disabled={readOnly} value={typeof value === 'number' ? value : ''} onChange={(next) => set(next)} />;
      if (values !== undefined)
        return (
          <Picker
            name={label}
            options={values}
            creatable
            readOnly={readOnly}
            value={typeof value === 'string' ? value : null}
            onChange={(next) => set(next ?? '')}
          />
        );
      return (
        <TextInput
          aria-label={label}
          disabled={readOnly}
          value={value === undefined || value === null ? '' : String(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

/** How a value is compared, and with what. Only operators that the sort of value allows are offered. */
export function OperatorInput(props: OperatorInputProps) {
  const { t } = useTranslation('nodes');
  const { kind, operator, value, readOnly, onChange } = props;
  return (
    <>
      <Select
        className={css['operator']}
        aria-label={t('condition.operator')}
        disabled={readOnly}
        data={operatorsOf(kind, operator).map((name) => ({ value: name, label: t(`operator.${name}`) }))}
        value={operator}
        onChange={(next) => onChange(fitValue(kind, next as Operator, value))}
      />
      <Operand {...props} />
    </>
  );
}
