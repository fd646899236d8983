import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { preNurtureSop } from '@tendril/journey/templates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import { JourneyActions } from './journey-actions.tsx';
import { JourneyThumbnail } from './journey-thumbnail.tsx';
import css from './journeys.module.css';
import { NewJourney } from './new-journey.tsx';

type Row = Answers['journeys']['list'][number];

function Status({ row }: { readonly row: Row }) {
  const { t } = useTranslation('journeys');
  return (
    <span className={css['status']}>
      <span className="chip" data-tone={row.status === 'live' ? 'live' : row.status === 'paused' ? 'warn' : undefined}>
        {row.status === 'live' && <i className="dot" aria-hidden />}
        {t(`status.${row.status}`, { version: row.liveVersion })}
      </span>
      {row.status === 'live' && row.hasUnpublishedChanges && <span className="chip">{t('status.changes')}</span>}
    </span>
  );
}

function useColumns(mayWrite: boolean): readonly Column<Row>[] {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (row) => (
        <Link to="/journeys/$id" params={{ id: row.id }} className={css['name']}>
          {row.name}
        </Link>
      ),
    },
    { key: 'status', header: t('column.status'), cell: (row) => <Status row={row} />, width: '220px' },
    { key: 'inNow', header: t('column.inNow'), cell: (row) => <b className="num">{format.count(row.inNow)}</b>, align: 'end', width: '110px' },
    {
      key: 'entered',
      header: t('column.entered'),
      cell: (row) => <span className="num">{format.count(row.entered)}</span>,
      align: 'end',
      width: '110px',
      optional: true,
    },
    {
      key: 'finished',
      header: t('column.finished'),
      cell: (row) => <span className="num">{format.count(row.finished)}</span>,
      align: 'end',
      width: '110px',
      optional: true,
    },
    { key: 'updated', header: t('column.updated'), cell: (row) => <RealDate at={row.updatedAtReal} />, width: '140px', optional: true },
    ...(mayWrite ? [{ key: 'actions', header: '', cell: (row: Row) => <JourneyActions journey={row} />, align: 'end' as const, width: '56px' }] : []),
  ];
}

/** All journeys: what runs, how many leads are inside, and what waits to be published. */
export function JourneysPage() {
  const { t } = useTranslation('journeys');
  const { t: shell } = useTranslation('shell');
  const { role } = useSession();
  const mayWrite = role === 'marketer' || role === 'admin';
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const query = useQuery(useTRPC().journeys.list.queryOptions(undefined, { refetchInterval: 5_000 }));
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setCreating(true)}>
      {t('new.button')}
    </Button>
  );
  return (
    <>
      <PageHeader title={shell('page.journeys')} actions={create} />
      <Page intro={t('intro')}>
        <DataTable
          label={shell('page.journeys')}
          columns={useColumns(mayWrite)}
          rows={query.data}
          rowKey={(row) => row.id}
          error={query.error}
          onRetry={() => void query.refetch()}
          onOpen={(row) => void navigate({ to: '/journeys/$id', params: { id: row.id } })}
          empty={
            <EmptyNotice title={t('empty.title')} drawing={<JourneyThumbnail document={preNurtureSop} height={210} />} action={create}>
              {t('empty.text')}
            </EmptyNotice>
          }
        />
      </Page>
      {creating && <NewJourney opened onClose={() => setCreating(false)} />}
    </>
  );
}
