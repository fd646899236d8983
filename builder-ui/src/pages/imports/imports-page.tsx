import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import type { ImportJob } from './import-answers.ts';
import css from './imports.module.css';
import { UploadZone } from './upload-zone.tsx';

const TONES: Readonly<Record<ImportJob['status'], Tone>> = {
  uploaded: 'warn',
  queued: 'live',
  running: 'live',
  done: 'plain',
  cancelled: 'plain',
  failed: 'bad',
};

/** Brings leads in from CSV files, and shows what became of earlier files. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const navigate = useNavigate();
  const query = useQuery(useTRPC().imports.list.queryOptions(undefined, { refetchInterval: 3_000 }));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('shell:page.imports')} />
      <Page intro={t('intro')}>
        <div className={css['steps']}>
          <UploadZone />
          <DataTable<ImportJob>
            label={t('list.title')}
            columns={columns}
            rows={query.data}
            rowKey={(job) => job.id}
            error={query.error}
            onRetry={() => void query.refetch()}
            onOpen={(job) => void navigate({ to: '/imports/$id', params: { id: job.id } })}
            empty={<EmptyNotice title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyNotice>}
          />
        </div>
      </Page>
    </>
  );
}

function useColumns(): readonly Column<ImportJob>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return useMemo(() => {
    const count = (key: 'total' | 'imported' | 'merged' | 'refused'): Column<ImportJob> => ({
      key,
      header: t(key === 'total' ? 'list.lines' : `outcome.${key}`),
      width: '88px',
      align: 'end',
      cell: (job) => (key !== 'total' && job.status === 'uploaded' ? '–' : format.count(job[key])),
    });
    return [
      {
        key: 'file',
        header: t('list.file'),
        cell: (job) => (
          <Link className={css['file']} to="/imports/$id" params={{ id: job.id }}>
            {job.fileName}
          </Link>
        ),
      },
      { key: 'status', header: t('list.status'), width: '150px', cell: (job) => <Chip tone={TONES[job.status]}>{t(`status.${job.status}`)}</Chip> },
      count('total'),
      count('imported'),
      count('merged'),
      count('refused'),
      { key: 'at', header: t('list.at'), width: '120px', cell: (job) => <RealDate at={job.createdAtReal} /> },
    ];
  }, [t, format]);
}
