import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Something that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface PickerProps {
  readonly label?: string | undefined;
  /** Names the input where no label is shown. */
  readonly name?: string | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Names that do not exist yet may be typed. */
  readonly creatable?: boolean;
  readonly clearable?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string | undefined;
  /** Stands in something that closes when one clicks beside it; its list must not count as beside. */
  readonly inPopover?: boolean;
}

/** Chooses one name by typing a part of it. A name that exists no more stays visible and says so, so that nobody wonders what was chosen. */
export function Picker({
  label,
  name,
  help,
  error,
  options,
  value,
  onChange,
  creatable = false,
  clearable = false,
  readOnly = false,
  placeholder,
  inPopover = false,
}: PickerProps) {
  const { t } = useTranslation('nodes');
  const [search, setSearch] = useState('');
  const known = new Set(options.map((option) => option.value));
  const gone = value !== null && value !== '' && !known.has(value) ? [{ value, label: creatable ? value : t('pick.missing', { value }) }] : [];
  const fresh = search.trim();
  const offered = creatable && fresh !== '' && ![...options, ...gone].some((option) => option.label === fresh || option.value === fresh);
  const data = [...options, ...gone, ...(offered ? [{ value: fresh, label: t('pick.use', { value: fresh }) }] : [])];
  return (
    <Select
      label={label}
      aria-label={label === undefined ? name : undefined}
      description={help}
      error={error}
      disabled={readOnly}
      searchable
      comboboxProps={{ withinPortal: !inPopover }}
      clearable={clearable}
      placeholder={placeholder ?? t(clearable ? 'pick.none' : 'pick.choose')}
      {...(gone.length > 0 && !creatable ? { 'data-missing': true } : {})}
      nothingFoundMessage={t('pick.nothing')}
      data={data}
      value={value === '' ? null : value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={onChange}
    />
  );
}
