import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import type { ImportJob } from './import-answers.ts';
import { ImportPreparation } from './import-preparation.tsx';
import { ImportProgress, useCancelImport } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';

/** How often an import under way is looked at, in real ms. */
const REFRESH = 600;

/** One import at whatever stage it is: the stage is the server's, so a reload changes nothing. */
export function ImportPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(
    useTRPC().imports.get.queryOptions(
      { jobId: id },
      { refetchInterval: ({ state }) => (state.data?.status === 'queued' || state.data?.status === 'running' ? REFRESH : false) },
    ),
  );
  const job = query.data;
  return (
    <>
      <PageHeader
        title={job?.fileName ?? t('shell:page.imports')}
        parent={{ to: '/imports', label: t('shell:page.imports') }}
        chips={job === undefined ? null : <Chip>{t(`status.${job.status}`)}</Chip>}
        actions={job?.status === 'uploaded' ? <Discard job={job} /> : null}
      />
      <Page>
        <Loaded
          query={query}
          skeleton={
            <Card>
              <SkeletonLines count={6} height={20} />
            </Card>
          }
        >
          {(loaded) => <Stage job={loaded} />}
        </Loaded>
      </Page>
    </>
  );
}

function Stage({ job }: { readonly job: ImportJob }) {
  switch (job.status) {
    case 'uploaded':
      return <ImportPreparation job={job} />;
    case 'queued':
    case 'running':
      return <ImportProgress job={job} />;
    case 'done':
    case 'cancelled':
    case 'failed':
      return <ImportReport job={job} />;
  }
}

function Discard({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation('imports');
  const cancel = useCancelImport(job);
  return (
    <Button variant="default" loading={cancel.pending} onClick={cancel.ask}>
      {t('cancel.do')}
    </Button>
  );
}
