import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Page } from '../../ui/page.tsx';
import { CreateLead } from './create-lead.tsx';
import { LeadFilters } from './lead-filters.tsx';
import { LeadsTable } from './leads-table.tsx';
import { useLeadFilters } from './use-lead-filters.ts';

const PAGE_SIZE = 50;

/** Every lead of the workspace: searched, filtered, sorted. */
export function LeadsPage() {
  const { t } = useTranslation(['leads', 'shell']);
  const format = useFormat();
  const { role } = useSession();
  const mayWrite = role === 'marketer' || role === 'admin';
  const [creating, setCreating] = useState(false);
  const filters = useLeadFilters();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.leads.list.infiniteQueryOptions(
      { ...filters.question, limit: PAGE_SIZE },
      { getNextPageParam: (page) => page.next, refetchInterval: 15_000 },
    ),
  );
  const total = query.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={t('shell:page.leads')}
        chips={total === undefined ? null : <span className="chip num">{t('count', { count: total, shown: format.count(total) })}</span>}
        actions={
          mayWrite ? (
            <>
              <Button component={Link} to="/imports" variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
                {t('import')}
              </Button>
              <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setCreating(true)}>
                {t('create.open')}
              </Button>
            </>
          ) : null
        }
      />
      <Page tools={<LeadFilters filters={filters} />}>
        <LeadsTable query={query} filters={filters} mayWrite={mayWrite} />
      </Page>
      {mayWrite ? <CreateLead opened={creating} onClose={() => setCreating(false)} /> : null}
    </>
  );
}
