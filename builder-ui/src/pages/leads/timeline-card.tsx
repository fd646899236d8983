import { Button, Chip as FilterChip } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import css from './timeline.module.css';
import { TimelineList } from './timeline-list.tsx';

const KINDS = ['event', 'message', 'trail', 'handoff'] as const;
const PAGE_SIZE = 50;

/** A lead's whole story, newest first, with a filter per kind of thing. */
export function TimelineCard({ leadId }: { readonly leadId: string }) {
  const { t } = useTranslation(['leads', 'ui']);
  const trpc = useTRPC();
  const [shown, setShown] = useState<string[]>([]);
  const query = useInfiniteQuery(
    trpc.leads.timeline.infiniteQueryOptions({ id: leadId, limit: PAGE_SIZE }, { getNextPageParam: (page) => page.next, refetchInterval: 5_000 }),
  );
  return (
    <Card title={t('timeline.title')}>
      <FilterChip.Group multiple value={shown} onChange={setShown}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend */}
        <div className={css['filters']} role="group" aria-label={t('timeline.filter')}>
          {KINDS.map((kind) => (
            <FilterChip key={kind} value={kind} size="xs">
              {t(`timeline.kind.${kind}`)}
            </FilterChip>
          ))}
        </div>
      </FilterChip.Group>
      <Loaded query={query} skeleton={<SkeletonLines count={8} height={16} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows).filter((row) => shown.length === 0 || shown.includes(row.kind));
          return rows.length === 0 ? (
            <p className="muted">{t(shown.length === 0 ? 'timeline.empty' : 'timeline.noneOfKind')}</p>
          ) : (
            <TimelineList rows={rows} />
          );
        }}
      </Loaded>
      {query.hasNextPage ? (
        <Button variant="default" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('ui:more.load')}
        </Button>
      ) : null}
    </Card>
  );
}
