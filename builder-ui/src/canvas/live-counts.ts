import { useQuery } from '@tanstack/react-query';
import type { NodeId } from '@tendril/journey/model';
import { type Context, createContext, use, useMemo } from 'react';
import { type Answers, useTRPC } from '../api/trpc.ts';

/** How many leads came, are, failed and left at one step. */
export type NodeCount = Answers['journeys']['counts']['nodes'][number];

/** Live numbers of the open journey. */
export interface LiveCounts {
  readonly of: ReadonlyMap<NodeId, NodeCount>;
  /** The most leads that ever went one way; widths of connections are measured by it. */
  readonly busiest: number;
  readonly inNow: number;
  readonly entered: number;
  readonly ended: number;
}

/** Null while the journey was never live, or numbers are switched off. */
export const CountsContext: Context<LiveCounts | null> = createContext<LiveCounts | null>(null);

/** Numbers of one step; undefined if nobody was there yet or numbers are off. */
export const useCount = (id: NodeId): NodeCount | undefined => use(CountsContext)?.of.get(id);

/** Numbers of the whole journey. */
export const useCounts = (): LiveCounts | null => use(CountsContext);

/** How often the numbers are read while the journey is live, in real ms. */
const EVERY_MS = 2_000;

/** Reads the numbers again and again while `live`. Steps whose numbers did not change keep the identity of their row. */
export function useLiveCounts(journeyId: string, live: boolean): LiveCounts | null {
  const query = useQuery(
    useTRPC().journeys.counts.queryOptions({ id: journeyId }, { enabled: live, refetchInterval: EVERY_MS, refetchIntervalInBackground: false }),
  );
  const { data } = query;
  return useMemo(() => {
    if (data === undefined || !live) return null;
    const busiest = Math.max(1, ...data.nodes.flatMap((node) => Object.values(node.left)));
    return { of: new Map(data.nodes.map((node) => [node.nodeId, node] as const)), busiest, inNow: data.inNow, entered: data.entered, ended: data.ended };
  }, [data, live]);
}
