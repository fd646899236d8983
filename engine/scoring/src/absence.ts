import type { Instant } from '@tendril/journey/model';
import { addDecaying, type Decaying, decayed } from './decay.ts';
import type { ScoreSettings } from './score-settings.ts';
import type { LedgerEntry, ScoreState } from './score-state.ts';

/** Rule key of the ledger rows by which silence takes points. */
export const ABSENCE_RULE = 'no-interaction';

/** What silence has cost up to an instant. */
export interface Absence {
  /** Rows not yet in the ledger, oldest first; none once nothing is left to take. */
  readonly entries: readonly LedgerEntry[];
  /** Full months of silence up to the instant. */
  readonly idleMonths: number;
}

/**
 * The deductions of a silence that began at `lastSeenAt` and still lasts at `now`: one per full month, never below zero.
 * Asked at read time for the score of the moment, and before new behaviour is added so that the ledger keeps them.
 */
export function absenceUntil(state: ScoreState, lastSeenAt: Instant | null, now: Instant, settings: ScoreSettings): Absence {
  if (lastSeenAt === null) return { entries: [], idleMonths: 0 };
  const { month, points } = settings.absence;
  const { halfLife } = settings.dimensions.behaviour;
  const idleMonths = Math.max(0, Math.floor((now - lastSeenAt) / month));
  const entries: LedgerEntry[] = [];
  let sum: Decaying | undefined = state.behaviour;
  for (let nth = (state.idleMonths ?? 0) + 1; nth <= idleMonths; nth += 1) {
    const at = lastSeenAt + nth * month;
    const left = sum === undefined ? 0 : decayed(sum.value, sum.asOf, at, halfLife);
    if (left <= 0) break;
    const taken = -Math.min(points, left);
    entries.push({ dimension: 'behaviour', points: taken, ruleKey: ABSENCE_RULE, at });
    sum = addDecaying(sum, { value: taken, asOf: at }, halfLife);
  }
  return { entries, idleMonths };
}

/**
 * Rows that give back what a silence took, once it turns out that the lead did something at `at`: an event that arrived
 * late refutes the month it fell into.
 */
export function refutedAbsences(ledger: readonly LedgerEntry[], at: Instant, settings: ScoreSettings): readonly LedgerEntry[] {
  const open = new Map<Instant, LedgerEntry>();
  for (const entry of ledger) {
    if (entry.ruleKey !== ABSENCE_RULE) continue;
    const points = (open.get(entry.at)?.points ?? 0) + entry.points;
    open.set(entry.at, { ...entry, points });
  }
  return [...open.values()]
    .filter((entry) => entry.points < 0 && entry.at - settings.absence.month < at && at < entry.at)
    .map((entry) => ({ ...entry, points: -entry.points }));
}
