import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';

/** A lead as it was picked: its id and what it was called in the list. */
export interface PickedLead {
  readonly id: string;
  readonly name: string;
}

interface LeadPickerProps {
  /** Names the input where no label is shown. */
  readonly name: string;
  readonly label?: string;
  /** Stands in the empty input: who is meant while nobody is picked. */
  readonly nobody: string;
  readonly value: PickedLead | null;
  readonly onPick: (lead: PickedLead | null) => void;
}

/** Finds one real lead by a part of its name, company or address. Cleared, nobody is meant. */
export function LeadPicker({ name, label, nobody, value, onPick }: LeadPickerProps) {
  const { t } = useTranslation('tryout');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [rested] = useDebouncedValue(typed.trim(), 200);
  const search = value !== null && rested === value.name ? '' : rested;
  const query = useQuery(
    useTRPC().leads.list.queryOptions(
      { limit: 12, sort: 'seen', ...(search === '' ? {} : { search }) },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const found = (query.data?.rows ?? []).map((lead) => {
    const called = lead.name ?? lead.email ?? t('lead.nameless');
    return { value: lead.id, label: [called, lead.company].filter(Boolean).join(' · '), called };
  });
  const kept =
    value !== null && !found.some((option) => option.value === value.id) ? [{ value: value.id, label: value.name, called: value.name }] : [];
  return (
    <Select
      label={label}
      aria-label={label === undefined ? name : undefined}
      searchable
      clearable
      placeholder={nobody}
      data={[...kept, ...found].map((option) => ({ value: option.value, label: option.label }))}
      filter={({ options }) => options}
      nothingFoundMessage={query.isError ? t('lead.unread') : query.isFetching ? t('lead.searching') : t('lead.nothing')}
      rightSection={query.isFetching ? <Loader size={12} /> : undefined}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      onChange={(id) => {
        const lead = [...kept, ...found].find((option) => option.value === id);
        onPick(lead === undefined ? null : { id: lead.value, name: lead.label });
      }}
    />
  );
}
