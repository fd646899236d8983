import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { OptionalDate, RelativeDate } from '../../ui/relative-date.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { useSentence } from '../../ui/use-sentence.ts';
import { CHANNELS, type MessageRow, STATUSES } from './message-answers.ts';
import { MessageStatus } from './message-status.tsx';
import css from './messages.module.css';

const PAGE_SIZE = 50;

/** The message ledger: what was sent to whom, what was not, and why. */
export function MessagesPage() {
  const { t } = useTranslation(['messages', 'shell', 'leads']);
  const [status, setStatus] = useSearchText('status');
  const [channel, setChannel] = useSearchText('channel');
  const [journeyId, setJourneyId] = useSearchText('journey');
  const columns = useColumns();
  const query = useInfiniteQuery(
    useTRPC().messages.list.infiniteQueryOptions(
      { status, channel, journeyId, limit: PAGE_SIZE },
      { getNextPageParam: (page) => page.next, refetchInterval: 5_000 },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const filtered = status !== undefined || channel !== undefined || journeyId !== undefined;
  return (
    <>
      <PageHeader title={t('shell:page.messages')} />
      <Page
        intro={t('intro')}
        tools={
          <>
            <JourneyFilter value={journeyId} onChange={setJourneyId} />
            <Select
              w={140}
              label={t('field.status')}
              placeholder={t('leads:filter.any')}
              clearable
              data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
              value={status ?? null}
              onChange={(value) => setStatus(value ?? undefined)}
            />
            <Select
              w={130}
              label={t('field.channel')}
              placeholder={t('leads:filter.any')}
              clearable
              data={CHANNELS.map((value) => ({ value, label: t(`leads:channel.${value}`) }))}
              value={channel ?? null}
              onChange={(value) => setChannel(value ?? undefined)}
            />
          </>
        }
      >
        <DataTable<MessageRow>
          label={t('list')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          error={query.error}
          onRetry={() => void query.refetch()}
          empty={<EmptyNotice title={t(filtered ? 'notFound.title' : 'empty.title')}>{t(filtered ? 'notFound.text' : 'empty.text')}</EmptyNotice>}
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
      </Page>
    </>
  );
}

/** Which journey's messages to show; archived journeys have messages too. */
function JourneyFilter({ value, onChange }: { readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation(['messages', 'leads']);
  const journeys = useQuery(useTRPC().journeys.list.queryOptions());
  return (
    <Select
      w={200}
      label={t('field.journey')}
      placeholder={t('leads:filter.any')}
      clearable
      searchable
      data={(journeys.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function useColumns(): readonly Column<MessageRow>[] {
  const { t } = useTranslation(['messages', 'leads']);
  return useMemo(
    () => [
      { key: 'status', header: t('field.status'), width: '110px', cell: (row) => <MessageStatus status={row.status} /> },
      { key: 'lead', header: t('field.lead'), cell: (row) => <Recipient row={row} /> },
      { key: 'message', header: t('field.message'), cell: (row) => <Subject row={row} /> },
      { key: 'planned', header: t('field.plannedAt'), width: '112px', cell: (row) => <RelativeDate at={row.plannedAt} /> },
      { key: 'settled', header: t('field.settledAt'), width: '112px', optional: true, cell: (row) => <OptionalDate at={row.settledAt} /> },
    ],
    [t],
  );
}

function Recipient({ row }: { readonly row: MessageRow }) {
  const { t } = useTranslation(['messages', 'leads']);
  return (
    <div className={css['two']}>
      <Link to="/leads/$id" params={{ id: row.leadId }}>
        {row.leadName ?? t('leads:nameless')}
      </Link>
      <span>
        {t(`leads:channel.${row.channel}`, { defaultValue: row.channel })} {row.address}
      </span>
    </div>
  );
}

/** What the message says, and why it did not go out, if so. */
function Subject({ row }: { readonly row: MessageRow }) {
  const sentence = useSentence('messages:reason');
  return (
    <div className={css['two']}>
      <b>{row.subject === '' ? row.templateKey : row.subject}</b>
      <span>{[row.journeyName, row.reason === null ? row.templateKey : sentence(row.reason)].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
