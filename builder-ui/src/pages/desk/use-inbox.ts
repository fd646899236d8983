import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTRPC } from '../../api/trpc.ts';
import { useSearchText } from '../../ui/use-search-text.ts';
import { type Tab, toTab } from './desk-answers.ts';

/** How often the inbox looks for news, in real ms. */
const REFRESH = 4_000;

/** The open list, the hand-off chosen in it and the ways to move. The first row is chosen while none is. */
export function useInbox() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [tabText] = useSearchText('tab');
  const tab = toTab(tabText);
  const { id } = useParams({ strict: false });
  const query = useQuery(trpc.desk.inbox.queryOptions({ tab }, { refetchInterval: REFRESH }));
  const rows = query.data?.rows ?? [];
  const selected = id ?? rows[0]?.id;
  const position = rows.findIndex((row) => row.id === selected);

  const show = useCallback(
    (nextTab: Tab, nextId: string | undefined) => {
      const search = nextTab === 'open' ? {} : { tab: nextTab };
      if (nextId === undefined) void navigate({ to: '/desk', search, replace: true });
      else void navigate({ to: '/desk/$id', params: { id: nextId }, search, replace: true });
    },
    [navigate],
  );

  const nextId = rows[position + 1]?.id;
  useEffect(() => {
    if (nextId !== undefined) void queryClient.prefetchQuery(trpc.desk.get.queryOptions({ id: nextId }, { staleTime: 10_000 }));
  }, [nextId, queryClient, trpc]);

  return {
    tab,
    query,
    rows,
    selected,
    /** True once somebody has chosen a hand-off rather than being shown the first. */
    chosen: id !== undefined,
    openTab: (next: Tab) => show(next, undefined),
    open: show,
    /** Moves up or down the list, stopping at its ends. */
    move: (by: 1 | -1) => {
      const target = rows[position === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, position + by))];
      if (target !== undefined) show(tab, target.id);
    },
    /** The row to go on with once the chosen one has left the list. */
    following: rows[position + 1]?.id ?? rows[position - 1]?.id,
  };
}
