import { matchesProperties } from '../conditions/index.ts';
import type { Cursor, EventPattern, EventView, Fact, Instant, NodeId, Snapshot } from '../model/index.ts';

/** Whether an event is one of those waited for. The name `*` stands for every event. */
export function matchesPattern(event: EventView, pattern: EventPattern, snapshot: Pick<Snapshot, 'now' | 'timeZone'>): boolean {
  return (pattern.event === '*' || pattern.event === event.name) && matchesProperties(pattern.where, event.properties, snapshot);
}

/** What to look for, and since when it counts. */
export interface Awaited {
  readonly patterns: readonly EventPattern[];
  readonly since: Instant;
  /** Only events later than this one, which has ended an earlier wait of the same step. */
  readonly after?: Instant;
}

/**
 * The first event that ends a wait: the one just reported, or one already on record. Looking at the record too means
 * that an event which came in while an effect was being carried out is not lost.
 */
export function findAwaited({ patterns, since, after = Number.NEGATIVE_INFINITY }: Awaited, snapshot: Snapshot, fact?: Fact): EventView | null {
  const reported = fact?.type === 'event' ? [fact.event] : [];
  const recorded = snapshot.lead.events.filter((event) => event.at <= snapshot.now);
  const candidates = [...reported, ...recorded].filter((event) => event.at >= since && event.at > after);
  return candidates.find((event) => patterns.some((pattern) => matchesPattern(event, pattern, snapshot))) ?? null;
}

/**
 * What an earlier visit of the same step has used up: its `eventAt`, kept in the outcome's detail. In a loop each round
 * needs an event of its own, or the first one would turn the loop for ever.
 */
export function afterLastVisit({ outcomes }: Cursor, node: NodeId): { readonly after?: Instant } {
  const eventAt = outcomes[node]?.detail?.['eventAt'];
  return typeof eventAt === 'number' ? { after: eventAt } : {};
}
