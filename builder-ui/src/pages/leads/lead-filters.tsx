import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import { GRADES, POOLS, SORTS, STAGES } from './lead-words.ts';
import type { LeadFilterState } from './use-lead-filters.ts';

/** Search, pool, stage, grade and order. */
export function LeadFilters({ filters }: { readonly filters: LeadFilterState }) {
  const { t } = useTranslation('leads');
  return (
    <>
      <SearchField label={t('filter.search')} placeholder={t('filter.searchHint')} value={filters.search} onSearch={filters.setSearch} />
      <Select
        w={130}
        label={t('field.pool')}
        placeholder={t('filter.any')}
        clearable
        data={POOLS.map((value) => ({ value, label: t(`pool.${value}`) }))}
        value={filters.pool ?? null}
        onChange={(value) => filters.setPool(value ?? undefined)}
      />
      <Select
        w={130}
        label={t('field.stage')}
        placeholder={t('filter.any')}
        clearable
        data={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={filters.stage ?? null}
        onChange={(value) => filters.setStage(value ?? undefined)}
      />
      <Select
        w={96}
        label={t('field.grade')}
        placeholder={t('filter.any')}
        clearable
        data={GRADES}
        value={filters.grade ?? null}
        onChange={(value) => filters.setGrade(value ?? undefined)}
      />
      <Select
        w={140}
        label={t('filter.sort')}
        data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={filters.sort}
        onChange={(value) => filters.setSort(value ?? 'score')}
      />
    </>
  );
}
