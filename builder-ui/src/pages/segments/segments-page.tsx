import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { conditionInWords } from '@tendril/journey/sentences';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat, useLocale } from '../../i18n/format.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { BulkList } from './bulk-list.tsx';
import { EnrolSegment } from './enrol-segment.tsx';
import { SegmentActions } from './segment-actions.tsx';
import type { Segment } from './segment-answers.ts';
import { SegmentEditor } from './segment-editor.tsx';
import css from './segments.module.css';

/** How often the numbers of leads are counted anew, in real ms. */
const COUNT_EVERY_MS = 10_000;

function useColumns(mayWrite: boolean, onOpen: (segment: Segment) => void, onEnrol: (segment: Segment) => void): readonly Column<Segment>[] {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const locale = useLocale();
  return [
    {
      key: 'name',
      header: t('column.name'),
      width: '200px',
      cell: (segment) => (
        <button type="button" className={css['name']} onClick={() => onOpen(segment)}>
          {segment.name}
        </button>
      ),
    },
    { key: 'condition', header: t('column.condition'), cell: ({ condition }) => conditionInWords(condition, locale), optional: true },
    {
      key: 'matching',
      header: t('column.matching'),
      width: '110px',
      align: 'end',
      cell: ({ matching }) => <b className="num">{format.count(matching)}</b>,
    },
    { key: 'usedBy', header: t('column.usedBy'), width: '240px', cell: (segment) => <UsedBy segment={segment} /> },
    ...(mayWrite
      ? [
          {
            key: 'actions',
            header: '',
            width: '56px',
            align: 'end' as const,
            cell: (row: Segment) => <SegmentActions segment={row} onEdit={onOpen} onEnrol={onEnrol} />,
          },
        ]
      : []),
  ];
}

function UsedBy({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('segments');
  if (segment.usedBy.length === 0) return <span className="muted">{t('notUsed')}</span>;
  return (
    <span className={css['uses']}>
      {segment.usedBy.map(({ id, name }) => (
        <Link key={id} to="/journeys/$id" params={{ id }}>
          {name}
        </Link>
      ))}
    </span>
  );
}

/** Saved conditions over leads: how many are in each now, and which journeys go by them. */
export function SegmentsPage() {
  const { t } = useTranslation('segments');
  const { t: shell } = useTranslation('shell');
  const { role } = useSession();
  const mayWrite = role === 'marketer' || role === 'admin';
  const [open, setOpen] = useState<Segment | 'new' | null>(null);
  const [enrolling, setEnrolling] = useState<Segment | null>(null);
  const query = useQuery(useTRPC().segments.list.queryOptions(undefined, { refetchInterval: COUNT_EVERY_MS }));
  const columns = useColumns(mayWrite, setOpen, setEnrolling);
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('new')}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={shell('page.segments')} actions={create} />
      <Page intro={t('intro')}>
        <BulkList mayStop={mayWrite} />
        <DataTable<Segment>
          label={shell('page.segments')}
          columns={columns}
          rows={query.data}
          rowKey={({ id }) => id}
          error={query.error}
          onRetry={() => void query.refetch()}
          onOpen={setOpen}
          empty={
            <EmptyNotice title={t('empty.title')} action={create}>
              {t('empty.text')}
            </EmptyNotice>
          }
        />
      </Page>
      <EnrolSegment segment={enrolling} onClose={() => setEnrolling(null)} />
      {open !== null && <SegmentEditor segment={open === 'new' ? null : open} readOnly={!mayWrite} onClose={() => setOpen(null)} />}
    </>
  );
}
