import { useSearchText } from '../../ui/use-search-text.ts';
import { SORTS, type Sort } from './lead-words.ts';

/** The filters of the list of leads, kept in the address. */
export function useLeadFilters() {
  const [search, setSearch] = useSearchText('search');
  const [pool, setPool] = useSearchText('pool');
  const [stage, setStage] = useSearchText('stage');
  const [grade, setGrade] = useSearchText('grade');
  const [sortText, setSort] = useSearchText('sort');
  const sort: Sort = SORTS.find((known) => known === sortText) ?? 'score';
  return {
    search,
    pool,
    stage,
    grade,
    sort,
    setSearch,
    setPool,
    setStage,
    setGrade,
    setSort: (next: string) => setSort(next === 'score' ? undefined : next),
    active: [search, pool, stage, grade].some((value) => value !== undefined),
    /** The filters as the API asks for them. */
    question: { search, pool, stage, grade, sort },
  };
}

export type LeadFilterState = ReturnType<typeof useLeadFilters>;
