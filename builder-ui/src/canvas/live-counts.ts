import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Forecast } from '@tendril/journey/simulator';
import { useEffect } from 'react';
import { type Answers, useTRPC } from '../api/trpc.ts';
import type { LiveCounts, LiveStore } from './live-store.ts';
import type { Period } from './view-store.ts';

/** How often the numbers are read while the journey is live, in real ms. */
const EVERY_MS = 2_000;

/** Arranges what the API counted for the canvas. */
export function arrangeCounts(answer: Answers['journeys']['counts']): LiveCounts {
  const { nodes, inNow, entered, ended, waiting } = answer;
  const busiest = Math.max(1, ...nodes.flatMap((node) => Object.values(node.left)));
  return { of: new Map(nodes.map((node) => [node.nodeId, node] as const)), busiest, inNow, entered, ended, waiting };
}

/** Arranges the volumes of a forecast, or of past leads that were played, for the canvas. */
export function arrangeForecast({ steps, leads, refused, inside }: Pick<Forecast, 'steps' | 'leads' | 'refused' | 'inside'>): LiveCounts {
  const nodes = Object.entries(steps).map(([nodeId, { entered, here, left }]) => ({ nodeId, entered, here, failed: 0, left }));
  const entered = leads - refused;
  return arrangeCounts({ nodes, inNow: inside, entered, ended: entered - inside, waiting: 0 });
}

/** Reads the numbers of a period (null: of all time) again and again while `live`. Steps whose numbers did not change keep the identity of their row. */
export function useLiveCounts(
  store: LiveStore,
  journeyId: string,
  { live, period }: { readonly live: boolean; readonly period: Period | null },
): void {
  const asked = { id: journeyId, ...(period === null ? {} : { period }) };
  const { data } = useQuery(
    useTRPC().journeys.counts.queryOptions(asked, { enabled: live, refetchInterval: EVERY_MS, placeholderData: keepPreviousData }),
  );
  useEffect(() => store.setState({ counts: live && data !== undefined ? arrangeCounts(data) : null }), [store, data, live]);
}
