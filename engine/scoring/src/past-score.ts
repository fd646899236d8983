import type { Instant } from '@tendril/journey/model';
import { ABSENCE_RULE } from './absence.ts';
import { readScore, type ScoreContext, type ScoreReading } from './read-score.ts';
import type { ScoreSettings } from './score-settings.ts';
import { addEntry, type LedgerEntry, type ScoreState } from './score-state.ts';

/**
 * What the score was at `now`, from the ledger: only rows up to then count. Deductions of a silence that lasted at `now`
 * are computed, not read, for the ledger has them only from the day they were settled.
 */
export function pastScore(ledger: readonly LedgerEntry[], context: ScoreContext, settings: ScoreSettings): ScoreReading {
  const since: Instant = context.lastSeenAt ?? Number.POSITIVE_INFINITY;
  const known = ledger.filter(({ at, ruleKey }) => at <= context.now && !(ruleKey === ABSENCE_RULE && at > since));
  const state = known.reduce<ScoreState>((sum, entry) => addEntry(sum, entry, settings), {});
  return readScore(state, context, settings);
}
