import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { arrangeForecast } from '../canvas/live-counts.ts';
import type { Loading } from '../ui/loaded.tsx';

/** The newest back-test of the journey. */
export type BackTest = NonNullable<Answers['tryOut']['backTest']>;

/** How often the progress is read while it goes on, in real ms. */
const EVERY_MS = 800;

/** Whether a back-test still goes on. */
export const isUnderWay = (job: Pick<BackTest, 'status'> | null | undefined): boolean => job?.status === 'queued' || job?.status === 'running';

/** The newest back-test, and what can be done about it. */
export interface BackTestWork {
  readonly query: Loading<BackTest | null>;
  start(days: number): void;
  cancel(): void;
  /** Starting or stopping is on its way. */
  readonly busy: boolean;
  /** Why it could not be started or stopped. */
  readonly error: unknown;
}

/** Reads the newest back-test again and again while it goes on, starts one and stops it. */
export function useBackTest(): BackTestWork {
  const { journeyId } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(
    trpc.tryOut.backTest.queryOptions({ journeyId }, { staleTime: 0, refetchInterval: ({ state }) => (isUnderWay(state.data) ? EVERY_MS : false) }),
  );
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.tryOut.backTest.queryKey({ journeyId }) });
  const start = useMutation(trpc.tryOut.startBackTest.mutationOptions({ onSettled }));
  const cancel = useMutation(trpc.tryOut.cancelBackTest.mutationOptions({ onSettled }));
  return {
    query,
    start: (days: number) => start.mutate({ journeyId, days }),
    cancel: () => cancel.mutate({ journeyId }),
    busy: start.isPending || cancel.isPending,
    error: start.error ?? cancel.error,
  };
}

/** Puts a back-test on the steps and connections while it is looked at. */
export function useComparedSteps(job: BackTest | null): void {
  const { live } = useEditor();
  const tally = job?.tally ?? null;
  useEffect(() => {
    if (tally === null) return;
    const nodes = new Set([...Object.keys(tally.draft.steps), ...Object.keys(tally.live?.steps ?? {})]);
    const comparison = [...nodes].map((node) => {
      const ours = tally.live === null ? null : (tally.live.steps[node]?.entered ?? 0);
      return [node, { draft: tally.draft.steps[node]?.entered ?? 0, live: ours }] as const;
    });
    const { steps, runs, inside } = tally.draft;
    live.setState({ comparison: new Map(comparison), forecast: arrangeForecast({ steps, leads: runs, refused: 0, inside }) });
    return () => live.setState({ comparison: null, forecast: null });
  }, [live, tally]);
}
