import type { Diagnostic, DocumentNode, NodeId, PortId } from '@tendril/journey/model';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers } from '../api/trpc.ts';
import { type Checking, checkingOf } from './checking.ts';
import { useEditor } from './editor.ts';

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
  /** Leads that an entry's rate keeps waiting outside. */
  readonly waiting: number;
}

/** A way drawn over the journey: of one lead, or of the time machine. */
export interface DrawnWay {
  /** Steps in the order in which they were met, the last one being where the lead is. */
  readonly steps: readonly NodeId[];
  /** Ids of connections that were gone along. */
  readonly edges: ReadonlySet<string>;
}

/** How many would have come to a step by the draft and by the live version; `live` is null where nothing is live. */
export interface StepComparison {
  readonly draft: number;
  readonly live: number | null;
}

/** What a version compared with the draft adds, changes and lacks. */
export type Difference = ReadonlyMap<NodeId, 'added' | 'changed' | 'removed'>;

/** What is known about the drawing but is not part of it; it comes from the compiler, the API and the simulator. */
export interface LiveState {
  readonly checking: Checking;
  /** Null while the journey was never live, or numbers are switched off. */
  readonly counts: LiveCounts | null;
  /** Volumes of a forecast; while there is one it stands on the steps instead of the real numbers. */
  readonly forecast: LiveCounts | null;
  /** A back-test beside the live version; while there is one it stands on the steps. */
  readonly comparison: ReadonlyMap<NodeId, StepComparison> | null;
  readonly way: DrawnWay | null;
  readonly difference: Difference | null;
  /** Steps that the version compared with has and the draft lacks. */
  readonly lost: readonly DocumentNode[];
  /** How many threads of comments are open at a step. */
  readonly openThreads: ReadonlyMap<NodeId, number>;
}

export type LiveStore = StoreApi<LiveState>;

/** Makes the store of one open journey. */
export const createLiveStore = (): LiveStore =>
  createStore<LiveState>()(() => ({
    checking: checkingOf([]),
    counts: null,
    forecast: null,
    comparison: null,
    way: null,
    difference: null,
    lost: [],
    openThreads: new Map(),
  }));

const useLive = <Part>(select: (live: LiveState) => Part): Part => useStore(useEditor().live, select);

/** Numbers of one step, real or forecast; undefined if nobody was there yet or numbers are off. */
export const useCount = (id: NodeId): NodeCount | undefined => useLive((live) => (live.forecast ?? live.counts)?.of.get(id));

/** Real numbers of one step, also while a forecast stands on the canvas: what is said of leads is never said of invented ones. */
export const useRealCount = (id: NodeId): NodeCount | undefined => useLive((live) => live.counts?.of.get(id));

/** Whether the numbers on the steps are a forecast. */
export const useIsForecast = (): boolean => useLive((live) => live.forecast !== null);

/** Numbers of the whole journey. */
export const useCounts = (): LiveCounts | null => useLive((live) => live.counts);

/** How many leads left a step by a way, of how many that left at all; null where numbers are off. */
export function useShare(from: NodeId, ports: readonly PortId[]): { readonly all: number; readonly share: number; readonly weight: number } | null {
  const count = useCount(from);
  const busiest = useLive((live) => (live.forecast ?? live.counts)?.busiest ?? 1);
  if (count === undefined) return null;
  const leads = ports.reduce((sum, port) => sum + (count.left[port] ?? 0), 0);
  const all = Object.values(count.left).reduce((sum, left) => sum + left, 0);
  return { all, share: all === 0 ? 0 : leads / all, weight: leads / busiest };
}

/** All remarks of the compiler. */
export const useChecking = (): Checking => useLive((live) => live.checking);

const NONE: readonly Diagnostic[] = [];

/** Remarks on one step. */
export const useProblems = (id: NodeId): readonly Diagnostic[] => useLive((live) => live.checking.byNode.get(id) ?? NONE);

/** Where a step stands on the drawn way: its number from 1, or null. */
export const useWayMark = (id: NodeId): number | null =>
  useLive((live) => {
    const index = live.way?.steps.lastIndexOf(id) ?? -1;
    return index < 0 ? null : index + 1;
  });

/** Whether the lead of the drawn way is at this step. */
export const useIsToken = (id: NodeId): boolean => useLive((live) => live.way?.steps.at(-1) === id);

const NOBODY: StepComparison = { draft: 0, live: null };

/** Numbers of a back-test at a step; null while none is shown. */
export const useComparison = (id: NodeId): StepComparison | null =>
  useLive((live) => (live.comparison === null ? null : (live.comparison.get(id) ?? NOBODY)));

/** Whether a way is drawn at all, so that what is not on it steps back. */
export const useWayDrawn = (): boolean => useLive((live) => live.way !== null);

/** Whether a connection was gone along on the drawn way. */
export const useOnWay = (edgeIds: readonly string[]): boolean => useLive((live) => edgeIds.some((id) => live.way?.edges.has(id) ?? false));

/** How a step differs from the version it is compared with. */
export const useDifference = (id: NodeId): 'added' | 'changed' | 'removed' | null => useLive((live) => live.difference?.get(id) ?? null);

/** How many leads are at any of some steps; null where numbers are off. */
export const useHereAt = (ids: readonly NodeId[]): number | null =>
  useLive((live) => {
    const counts = live.forecast ?? live.counts;
    return counts === null ? null : ids.reduce((sum, id) => sum + (counts.of.get(id)?.here ?? 0), 0);
  });

/** The gravest remark on any of some steps; null for none. */
export const useWorstAt = (ids: readonly NodeId[]): Diagnostic['severity'] | null =>
  useLive((live) => {
    const found = new Set(ids.flatMap((id) => (live.checking.byNode.get(id) ?? []).map(({ severity }) => severity)));
    return (['error', 'warning', 'note'] as const).find((severity) => found.has(severity)) ?? null;
  });

/** How many threads of comments are open at a step. */
export const useOpenThreads = (id: NodeId): number => useLive((live) => live.openThreads.get(id) ?? 0);
