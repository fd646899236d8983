import type { Cursor, EventView, Json, JsonObject } from '@tendril/journey/model';
import { asObject } from '../leads/lead-row.ts';

/** Before its first step a run has no cursor yet, only the way by which the lead comes in. */
export interface RunStart {
  readonly entry: string;
  readonly event: EventView | null;
}

/** What is kept of a run that has not made its first step. */
export function startCursor(entry: string, event: EventView | null): JsonObject {
  return { start: { entry, event: event as Json } };
}

/** Reads the cursor column: the machine's cursor, or how the run is to begin. */
export function readCursor(column: unknown): { readonly cursor: Cursor } | { readonly start: RunStart } {
  const stored = asObject(column);
  const start = stored['start'];
  // Written by this package alone, either as `startCursor` or as the machine's own cursor.
  return start === undefined ? { cursor: stored as unknown as Cursor } : { start: start as unknown as RunStart };
}
