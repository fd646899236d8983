import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  /** Called when typing rests. */
  readonly onSearch: (value: string | undefined) => void;
}

/** A search that asks when typing rests, and at once when cleared. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState(value ?? '');
  const ask = useDebouncedCallback((next: string) => onSearch(next.trim() === '' ? undefined : next.trim()), 250);
  useEffect(() => {
    setText((typed) => (typed.trim() === (value ?? '') ? typed : (value ?? '')));
  }, [value]);
  return (
    <TextInput
      type="search"
      w={240}
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="xs"
            aria-label={t('search.clear')}
            onClick={() => {
              setText('');
              onSearch(undefined);
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
