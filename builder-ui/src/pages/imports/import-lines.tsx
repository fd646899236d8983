import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { useSentence } from '../../ui/use-sentence.ts';
import type { ImportJob, ImportLine } from './import-answers.ts';
import css from './imports.module.css';

const FILTERS = ['all', 'imported', 'merged', 'refused', 'remarks'] as const;
type Filter = (typeof FILTERS)[number];

const TONES: Readonly<Record<ImportLine['outcome'], Tone>> = { imported: 'live', merged: 'warn', refused: 'bad' };

const PAGE_SIZE = 100;

const question = (filter: Filter) => {
  if (filter === 'all') return {};
  return filter === 'remarks' ? { withRemarks: true } : { outcome: filter };
};

/** Every line of the file with what became of it and why. */
export function ImportLines({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation('imports');
  const [filterText, setFilter] = useSearchText('show');
  const filter = FILTERS.find((known) => known === filterText) ?? 'all';
  const columns = useColumns();
  const query = useInfiniteQuery(
    useTRPC().imports.rows.infiniteQueryOptions({ jobId: job.id, ...question(filter), limit: PAGE_SIZE }, { getNextPageParam: (page) => page.next }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <>
      <SegmentedControl
        className={css['filter'] ?? ''}
        aria-label={t('filter.title')}
        value={filter}
        onChange={(value) => setFilter(value === 'all' ? undefined : value)}
        data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      <DataTable<ImportLine>
        label={t('report.lines')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.line)}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<EmptyNotice title={t('report.noneTitle')}>{t('report.noneText')}</EmptyNotice>}
        footer={
          <LoadMore
            shown={rows?.length ?? 0}
            total={query.data?.pages[0]?.total ?? 0}
            hasMore={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={more}
          />
        }
      />
    </>
  );
}

function useColumns(): readonly Column<ImportLine>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'line', header: t('report.line'), width: '64px', align: 'end', cell: (row) => format.count(row.line) },
      {
        key: 'outcome',
        header: t('report.outcome'),
        width: '104px',
        cell: (row) => <Chip tone={TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Chip>,
      },
      { key: 'cells', header: t('report.cells'), cell: (row) => <LineCells row={row} /> },
      { key: 'remarks', header: t('report.remarks'), cell: (row) => <Remarks row={row} /> },
    ],
    [t, format],
  );
}

const CELLS = 4;

function LineCells({ row }: { readonly row: ImportLine }) {
  const { t } = useTranslation('imports');
  const text = Object.values(row.raw)
    .filter((cell) => cell.trim() !== '')
    .slice(0, CELLS)
    .join(' · ');
  if (row.leadId === null) return <span className={css['cells']}>{text === '' ? t('report.emptyLine') : text}</span>;
  return (
    <Link className={css['cells']} to="/leads/$id" params={{ id: row.leadId }}>
      {text}
    </Link>
  );
}

function Remarks({ row }: { readonly row: ImportLine }) {
  const sentence = useSentence('imports:remark');
  if (row.remarks.length === 0) return <span className="muted">–</span>;
  return (
    <ul className={css['remarks']}>
      {row.remarks.map((remark) => (
        <li key={`${remark.code} ${JSON.stringify(remark.params)}`}>{sentence(remark)}</li>
      ))}
    </ul>
  );
}
