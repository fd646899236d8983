import type { LeadIdsQuery } from '@tendril/db/queries';
import { evaluate } from '@tendril/journey/conditions';
import type { Condition, Instant, JsonObject, LeadView } from '@tendril/journey/model';
import { type ConditionSqlOptions, conditionToSql, silenceToSql } from '@tendril/journey/sql';
import { parseDuration } from '@tendril/journey/time';
import { watchedCondition } from './watched-condition.ts';

/** Triggers of entries by what a lead is, which the watcher and every change of a lead look at. */
export const STATE_TRIGGERS = ['score', 'tag', 'silence', 'segment'] as const;

/** Something that is true of some leads at a moment. */
export interface WatchedState {
  /** The leads of whom it is true. */
  matching(options: ConditionSqlOptions): LeadIdsQuery;
  /** The same for one lead in memory; null if only the database can say. */
  readonly holds: ((lead: LeadView, now: Instant, zone: string) => boolean) | null;
  /** Leads come in as it becomes true of them, or as it is true of them no more. */
  readonly letsIn: 'becoming' | 'ceasing';
}

/** The conditions of a workspace's segments by name, as they are now. */
export type Segments = ReadonlyMap<string, Condition>;

/** What an entry watches, from what its row holds; null if the row is not readable or names a segment that is gone. */
export function watchedState(trigger: string, detail: JsonObject, segments: Segments): WatchedState | null {
  if (trigger === 'silence') return silence(detail);
  if (trigger === 'segment') return inSegment(detail, segments);
  const condition = watchedCondition(trigger, detail);
  return condition === null ? null : byCondition(condition);
}

function byCondition(condition: Condition): WatchedState {
  return {
    matching: (options) => conditionToSql(condition, options),
    holds: (lead, now, timeZone) => evaluate(condition, lead, now, { timeZone }) === true,
    letsIn: 'becoming',
  };
}

function silence({ for: length, events, ignored }: JsonObject): WatchedState | null {
  const ms = typeof length === 'string' ? parseDuration(length) : null;
  if (ms === null) return null;
  const names = { events: textsOf(events), ignored: textsOf(ignored) };
  return { matching: ({ workspaceId, now }) => silenceToSql({ workspaceId, now, for: ms, ...names }), holds: null, letsIn: 'becoming' };
}

/** A segment may ask for any event, more than a change of a lead reads, so the database says who is in it. */
function inSegment({ segment, when }: JsonObject, segments: Segments): WatchedState | null {
  const condition = typeof segment === 'string' ? segments.get(segment) : undefined;
  if (condition === undefined) return null;
  return { ...byCondition(condition), holds: null, letsIn: when === 'leaves' ? 'ceasing' : 'becoming' };
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
