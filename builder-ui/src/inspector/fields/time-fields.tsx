import { Chip, Group, Input, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import { type FieldProps, inputProps } from '../field-props.ts';

/** A day. */
export function DateField(props: FieldProps) {
  const { value, field, onChange } = props;
  const shown = typeof value === 'string' ? value.slice(0, 10) : null;
  return (
    <DateInput
      {...inputProps(props)}
      value={shown}
      valueFormat="YYYY-MM-DD"
      clearable={field.nullable}
      onChange={(next) => onChange(next ?? (field.nullable ? null : ''))}
    />
  );
}

/** A time of day. */
export function TimeField(props: FieldProps) {
  const { value, field, onChange } = props;
  const shown = value === undefined ? field.fallback : value;
  return (
    <TextInput
      {...inputProps(props)}
      type="time"
      value={typeof shown === 'string' ? shown : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' && field.nullable ? null : event.currentTarget.value)}
    />
  );
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday; the weekday names are read off the days after it. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Days of the week, Monday being 1. */
export function WeekdaysField({ value, field, onChange, label, help, error, readOnly }: FieldProps) {
  const locale = useLocale();
  const chosen = new Set(Array.isArray(value) ? value : Array.isArray(field.fallback) ? field.fallback : []);
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const toggle = (day: number) => onChange(DAYS.filter((other) => (other === day ? !chosen.has(day) : chosen.has(other))));
  return (
    <Input.Wrapper label={label} description={help} error={error}>
      <Group gap={4} role="group" aria-label={label}>
        {DAYS.map((day) => (
          <Chip key={day} size="xs" disabled={readOnly} checked={chosen.has(day)} onChange={() => toggle(day)}>
            {name.format(MONDAY + (day - 1) * 86_400_000)}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  );
}

/** A rule of recurrence. Those that people mean most are offered, any other may be typed. */
export function ScheduleRuleField(props: FieldProps) {
  const { t } = useTranslation('nodes');
  const { value, field, onChange } = props;
  const rules = {
    daily: 'FREQ=DAILY',
    weekly: 'FREQ=WEEKLY;BYDAY=MO',
    workdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    monthly: 'FREQ=MONTHLY;BYMONTHDAY=1',
  } as const;
  const shown = typeof value === 'string' ? value : typeof field.fallback === 'string' ? field.fallback : '';
  return (
    <div>
      <TextInput {...inputProps(props)} value={shown} onChange={(event) => onChange(event.currentTarget.value)} />
      <Group gap={4} mt={4}>
        {(['daily', 'weekly', 'workdays', 'monthly'] as const).map((name) => (
          <Chip key={name} size="xs" disabled={props.readOnly} checked={shown === rules[name]} onChange={() => onChange(rules[name])}>
            {t(`schedule.${name}`)}
          </Chip>
        ))}
      </Group>
    </div>
  );
}
