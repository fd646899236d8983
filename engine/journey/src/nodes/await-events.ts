import { matchesProperties } from '../conditions/index.ts';
import type { EventPattern, EventView, Fact, Instant, Snapshot } from '../model/index.ts';

/** Whether an event is one of those waited for. The name `*` stands for every event. */
export function matchesPattern(event: EventView, pattern: EventPattern, snapshot: Pick<Snapshot, 'now' | 'timeZone'>): boolean {
  return (pattern.event === '*' || pattern.event === event.name) && matchesProperties(pattern.where, event.properties, snapshot);
}

/** What to look for, and since when it counts. */
export interface Awaited {
  readonly patterns: readonly EventPattern[];
  readonly since: Instant;
}

/**
 * The first event that ends a wait: the one just reported, or one already on record. Looking at the record too means
 * that an event which came in while an effect was being carried out is not lost.
 */
export function findAwaited({ patterns, since }: Awaited, snapshot: Snapshot, fact?: Fact): EventView | null {
  const reported = fact?.type === 'event' ? [fact.event] : [];
  const recorded = snapshot.lead.events.filter((event) => event.at <= snapshot.now);
  const candidates = [...reported, ...recorded].filter((event) => event.at >= since);
  return candidates.find((event) => patterns.some((pattern) => matchesPattern(event, pattern, snapshot))) ?? null;
}
