import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useLocale } from '../../i18n/format.ts';
import { type FieldProps, inputProps } from '../field-props.ts';

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One line of text. */
export function TextField(props: FieldProps) {
  const { value, field, onChange } = props;
  const change = (text: string) => onChange(text === '' && field.nullable ? null : text);
  return <TextInput {...inputProps(props)} value={textOf(value ?? field.fallback)} onChange={(event) => change(event.currentTarget.value)} />;
}

/** Several lines of text. */
export function LongTextField(props: FieldProps) {
  const { value, field, onChange } = props;
  return (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={2}
      maxRows={8}
      value={textOf(value ?? field.fallback)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A number; empty where the field may be. */
export function NumberField(props: FieldProps) {
  const { value, field, onChange } = props;
  const shown = value === undefined ? field.fallback : value;
  return (
    <NumberInput
      {...inputProps(props)}
      {...(field.minimum === undefined ? {} : { min: field.minimum })}
      {...(field.maximum === undefined ? {} : { max: field.maximum })}
      value={typeof shown === 'number' ? shown : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : field.nullable ? null : '')}
    />
  );
}

/** Yes or no. */
export function ToggleField(props: FieldProps) {
  const { value, field, onChange, label, help, error, readOnly } = props;
  return (
    <Switch
      label={label}
      description={help}
      error={error}
      disabled={readOnly}
      checked={(value ?? field.fallback) === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** One of a few. */
export function ChoiceField(props: FieldProps) {
  const locale = useLocale();
  const { value, field, onChange } = props;
  const data = field.options.map((option) => ({ value: option.value, label: option.label[locale] }));
  return (
    <Select
      {...inputProps(props)}
      data={data}
      value={textOf(value ?? field.fallback) || null}
      onChange={(next) => onChange(next)}
      clearable={field.nullable}
    />
  );
}
