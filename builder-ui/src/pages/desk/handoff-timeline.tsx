import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { TimelineList } from '../leads/timeline-list.tsx';
import type { Handoff } from './desk-answers.ts';

/** What led here, newest first. */
export function HandoffTimeline({ handoff }: { readonly handoff: Handoff }) {
  const { t } = useTranslation(['desk', 'ui']);
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.leads.timeline.infiniteQueryOptions({ id: handoff.leadId, limit: 20 }, { getNextPageParam: (page) => page.next, refetchInterval: 10_000 }),
  );
  return (
    <Card title={t('timeline', { journey: handoff.journeyName, version: handoff.version, node: handoff.nodeName })}>
      <Loaded query={query} skeleton={<SkeletonLines count={6} height={16} />}>
        {({ pages }) => <TimelineList rows={pages.flatMap((page) => page.rows)} within={handoff.journeyId} />}
      </Loaded>
      {query.hasNextPage ? (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('ui:more.load')}
        </Button>
      ) : null}
    </Card>
  );
}
