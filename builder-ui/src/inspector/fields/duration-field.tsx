import { TextInput } from '@mantine/core';
import { canonicalDuration, formatDuration, parseDuration } from '@tendril/journey/time';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import type { FieldProps } from '../field-props.ts';

interface DurationInputProps extends Pick<FieldProps, 'label' | 'help' | 'error' | 'readOnly'> {
  readonly value: string | null;
  readonly nullable: boolean;
  readonly onChange: (value: string | null) => void;
}

/** A length of time typed as people write it ("3 天", "2 days", "1d 4h"); says at once how it was understood. */
export function DurationInput({ value, nullable, onChange, ...rest }: DurationInputProps) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const readable = (text: string | null): string => {
    const ms = text === null ? null : parseDuration(text);
    return ms === null ? (text ?? '') : formatDuration(ms, locale);
  };
  const [typed, setTyped] = useState<string | null>(null);
  const told = useRef(value);
  // Undo and other people change the value from outside: what was typed is over then.
  useEffect(() => {
    if (value !== told.current) setTyped(null);
    told.current = value;
  }, [value]);
  const tell = (next: string | null) => {
    told.current = next;
    onChange(next);
  };
  const shown = typed ?? readable(value);
  const ms = parseDuration(shown);
  const misread = shown.trim() !== '' && ms === null;
  return (
    <TextInput
      label={rest.label}
      description={rest.help}
      disabled={rest.readOnly}
      error={misread ? t('duration.misread') : rest.error}
      placeholder={nullable ? t('duration.none') : t('duration.example')}
      value={shown}
      rightSectionWidth={96}
      rightSectionPointerEvents="none"
      rightSection={typed !== null && ms !== null ? <span className="muted num">= {formatDuration(ms, locale)}</span> : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const length = parseDuration(text);
        if (text.trim() === '' && nullable) tell(null);
        else tell(length === null ? text : canonicalDuration(length));
      }}
      onBlur={() => setTyped((text) => (text !== null && parseDuration(text) !== null ? null : text))}
    />
  );
}

/** A length of time of a step. */
export function DurationField(props: FieldProps) {
  const { value, field, onChange } = props;
  const shown = value === undefined ? field.fallback : value;
  const { label, help, error, readOnly } = props;
  return (
    <DurationInput
      {...{ label, help, error, readOnly }}
      value={typeof shown === 'string' ? shown : null}
      nullable={field.nullable}
      onChange={onChange}
    />
  );
}
