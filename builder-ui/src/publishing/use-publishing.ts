import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Answers, useTRPC } from '../api/trpc.ts';

/** What is on its way to being live. */
export type Publishing = Answers['publishing']['state'];
export type Publication = NonNullable<Publishing['publication']>;
export type Trial = NonNullable<Publishing['trial']>;

/** How often other people's decisions and a trial's numbers are looked for, in real ms. */
const LOOK_EVERY_MS = { busy: 4_000, quiet: 20_000 } as const;

const isBusy = (state: Publishing | undefined): boolean => state?.publication?.status === 'scheduled' || state?.trial?.status === 'running';

interface PublishingState {
  readonly data: Publishing | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The state of a journey's publishing, kept up to date while the page is open. */
export function usePublishing(id: string): PublishingState {
  const trpc = useTRPC();
  return useQuery(
    trpc.publishing.state.queryOptions(
      { id },
      { staleTime: 1_000, refetchInterval: ({ state }) => (isBusy(state.data) ? LOOK_EVERY_MS.busy : LOOK_EVERY_MS.quiet) },
    ),
  );
}

/** Asks anew for all that a page shows of a journey's versions. */
export function usePublishingRefresh(): (id: string) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (id) => {
    const keys = [
      trpc.journeys.list.queryKey(),
      trpc.journeys.versions.queryKey({ id }),
      trpc.journeys.move.queryKey({ id }),
      trpc.publishing.plan.queryKey({ id }),
      trpc.publishing.state.queryKey({ id }),
    ];
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
    await queryClient.invalidateQueries({ queryKey: trpc.journeys.get.queryKey({ id }) });
  };
}

/** When what waited or was on trial is so no more, the journey itself is another: it may be live by another version. */
export function useFollowPublishing(id: string, state: Publishing | undefined): void {
  const refresh = usePublishingRefresh();
  const now = state && `${state.publication?.id ?? ''} ${state.publication?.status ?? ''} ${state.trial?.version ?? ''} ${state.trial?.status ?? ''}`;
  const before = useRef(now);
  useEffect(() => {
    if (before.current !== undefined && now !== undefined && before.current !== now) void refresh(id);
    before.current = now;
  });
}
