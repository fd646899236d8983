import type { Instant } from '@tendril/journey/model';
import { addDecaying, type Decaying } from './decay.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';
import type { ScoreSettings } from './score-settings.ts';

/** One row of the ledger of points. */
export interface LedgerEntry {
  readonly dimension: Dimension;
  readonly points: number;
  /** The rule that hit; null: a journey or a person. */
  readonly ruleKey: string | null;
  readonly at: Instant;
}

/**
 * What is stored on the lead: the sum of its ledger per dimension, as a fading number. The ledger and this always say
 * the same; `idleMonths` counts the months of the present silence that are already deducted in the ledger.
 */
export type ScoreState = { readonly [dimension in Dimension]?: Decaying } & { readonly idleMonths?: number };

/** The state after one more ledger row. Order does not matter. */
export function addEntry(state: ScoreState, entry: LedgerEntry, settings: ScoreSettings): ScoreState {
  const { dimension, points, at } = entry;
  const sum = addDecaying(state[dimension], { value: points, asOf: at }, settings.dimensions[dimension].halfLife);
  return { ...state, [dimension]: sum };
}

/** The state of two leads that turned out to be one person. The silence starts afresh: `idleMonths` is dropped. */
export function mergeStates(a: ScoreState, b: ScoreState, settings: ScoreSettings): ScoreState {
  const merged: { [dimension in Dimension]?: Decaying } = {};
  for (const dimension of DIMENSIONS) {
    const other = b[dimension];
    const sum = other === undefined ? a[dimension] : addDecaying(a[dimension], other, settings.dimensions[dimension].halfLife);
    if (sum !== undefined) merged[dimension] = sum;
  }
  return merged;
}

/** Reads the stored JSON column. Anything that is not a finite (value, as-of) pair counts as nothing. */
export function readScoreState(column: unknown): ScoreState {
  if (typeof column !== 'object' || column === null) return {};
  const stored: { readonly [key: string]: unknown } = { ...column };
  const state: { [dimension in Dimension]?: Decaying } = {};
  for (const dimension of DIMENSIONS) {
    const sum = readDecaying(stored[dimension]);
    if (sum !== null) state[dimension] = sum;
  }
  const idleMonths = stored['idleMonths'];
  return typeof idleMonths === 'number' && Number.isFinite(idleMonths) ? { ...state, idleMonths } : state;
}

function readDecaying(stored: unknown): Decaying | null {
  if (typeof stored !== 'object' || stored === null || !('value' in stored) || !('asOf' in stored)) return null;
  const { value, asOf } = stored;
  if (typeof value !== 'number' || typeof asOf !== 'number' || !Number.isFinite(value) || !Number.isFinite(asOf)) return null;
  return { value, asOf };
}
