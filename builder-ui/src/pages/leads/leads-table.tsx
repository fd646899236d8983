import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../api/trpc.ts';
import { Chip } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { OptionalDate, RelativeDate } from '../../ui/relative-date.tsx';
import type { LeadRow } from './lead-answers.ts';
import css from './leads.module.css';
import { ScoreText } from './score-text.tsx';
import type { LeadFilterState } from './use-lead-filters.ts';

type LeadPages = { readonly pages: readonly Answers['leads']['list'][] };

interface LeadsTableProps {
  readonly query: {
    readonly data: LeadPages | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  readonly filters: LeadFilterState;
  readonly mayWrite: boolean;
}

/** The list itself. */
export function LeadsTable({ query, filters, mayWrite }: LeadsTableProps) {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const columns = useColumns();
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <DataTable<LeadRow>
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      error={query.error}
      onRetry={() => void query.refetch()}
      onOpen={(row) => void navigate({ to: '/leads/$id', params: { id: row.id } })}
      sortedBy={filters.sort}
      onSort={filters.setSort}
      empty={filters.active ? <NothingFound /> : <NoLeads mayWrite={mayWrite} />}
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
  );
}

function useColumns(): readonly Column<LeadRow>[] {
  const { t } = useTranslation('leads');
  return useMemo(
    () => [
      { key: 'name', header: t('field.name'), sortBy: 'name', cell: (row) => <LeadName row={row} /> },
      { key: 'score', header: t('field.score'), sortBy: 'score', width: '96px', cell: (row) => <ScoreText score={row.score} grade={row.grade} /> },
      { key: 'stage', header: t('field.stage'), width: '96px', cell: (row) => t(`stage.${row.stage}`, { defaultValue: row.stage }) },
      { key: 'pool', header: t('field.pool'), width: '104px', cell: (row) => <Chip>{t(`pool.${row.pool}`, { defaultValue: row.pool })}</Chip> },
      { key: 'source', header: t('field.source'), optional: true, cell: (row) => row.source ?? <span className="muted">–</span> },
      { key: 'owner', header: t('field.owner'), optional: true, cell: (row) => row.owner ?? <span className="muted">–</span> },
      { key: 'seen', header: t('field.lastSeenAt'), sortBy: 'seen', width: '112px', cell: (row) => <OptionalDate at={row.lastSeenAt} /> },
      {
        key: 'created',
        header: t('field.createdAt'),
        sortBy: 'created',
        width: '112px',
        optional: true,
        cell: (row) => <RelativeDate at={row.createdAt} />,
      },
    ],
    [t],
  );
}

function LeadName({ row }: { readonly row: LeadRow }) {
  const { t } = useTranslation('leads');
  return (
    <div className={css['leadName']}>
      <Link to="/leads/$id" params={{ id: row.id }}>
        {row.name ?? row.email ?? row.phone ?? t('nameless')}
      </Link>
      <span>{[row.title, row.company].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

function NothingFound() {
  const { t } = useTranslation('leads');
  return (
    <EmptyNotice
      title={t('notFound.title')}
      action={
        <Button component={Link} to="/leads" variant="default">
          {t('notFound.clear')}
        </Button>
      }
    >
      {t('notFound.text')}
    </EmptyNotice>
  );
}

function NoLeads({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation('leads');
  return (
    <EmptyNotice
      title={t('empty.title')}
      drawing={<LeadCards />}
      action={
        mayWrite ? (
          <Button component={Link} to="/imports">
            {t('empty.action')}
          </Button>
        ) : undefined
      }
    >
      {t('empty.text')}
    </EmptyNotice>
  );
}

/** Three ways in, one list. */
function LeadCards() {
  return (
    <svg viewBox="0 0 260 92" width="100%" role="presentation" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <rect x="4" y="6" width="56" height="22" rx="6" stroke="var(--entry)" />
      <rect x="4" y="35" width="56" height="22" rx="6" stroke="var(--entry)" />
      <rect x="4" y="64" width="56" height="22" rx="6" stroke="var(--entry)" />
      <path d="M14 17h30M14 46h22M14 75h26" />
      <path d="M60 17c40 0 40 29 70 29M60 46h70M60 75c40 0 40-29 70-29" />
      <rect x="132" y="14" width="122" height="64" rx="8" stroke="var(--accent)" />
      <path d="M144 30h40M144 46h56M144 62h34M226 30h16M226 46h16M226 62h16" />
    </svg>
  );
}
