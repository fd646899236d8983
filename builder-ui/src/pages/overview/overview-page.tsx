import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import css from './overview.module.css';
import { OverviewCards } from './overview-cards.tsx';
import { OverviewFigures } from './overview-figures.tsx';

type Overview = Answers['settings']['overview'];

/** The manager's first page: the funnel, hand-offs, response and messages, each number with its formula. */
export function OverviewPage() {
  const { t } = useTranslation(['overview', 'shell']);
  const query = useQuery(useTRPC().settings.overview.queryOptions(undefined, { refetchInterval: 5_000 }));
  return (
    <>
      <PageHeader title={t('shell:page.overview')} />
      <Page intro={t('intro')}>
        <Loaded query={query} skeleton={<OverviewSkeleton />}>
          {(overview) => (overview.leads === 0 ? <NoNumbers /> : <Numbers overview={overview} />)}
        </Loaded>
      </Page>
    </>
  );
}

function Numbers({ overview }: { readonly overview: Overview }) {
  return (
    <div className={css['page']}>
      <OverviewFigures overview={overview} />
      <OverviewCards overview={overview} />
    </div>
  );
}

function NoNumbers() {
  const { t } = useTranslation('overview');
  const { role } = useSession();
  return (
    <EmptyNotice
      title={t('empty.title')}
      drawing={<ComingFunnel />}
      action={
        role === 'manager' ? undefined : (
          <Button component={Link} to="/imports">
            {t('empty.action')}
          </Button>
        )
      }
    >
      {t('empty.text')}
    </EmptyNotice>
  );
}

function ComingFunnel() {
  return (
    <svg viewBox="0 0 260 92" width="100%" role="presentation" fill="none" stroke="currentColor" strokeWidth="1.5">
      <rect x="10" y="8" width="240" height="14" rx="7" />
      <rect x="10" y="30" width="170" height="14" rx="7" />
      <rect x="10" y="52" width="104" height="14" rx="7" />
      <rect x="10" y="74" width="52" height="14" rx="7" stroke="var(--accent)" />
    </svg>
  );
}

const FIGURES = ['a', 'b', 'c', 'd', 'e'];

function OverviewSkeleton() {
  return (
    <div className={css['page']}>
      <div className={css['figures']}>
        {FIGURES.map((key) => (
          <Card key={key}>
            <SkeletonLines count={2} height={18} />
          </Card>
        ))}
      </div>
      <Card>
        <SkeletonLines count={6} height={18} />
      </Card>
    </div>
  );
}
