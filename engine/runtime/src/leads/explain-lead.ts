import { DEFAULT_SETTINGS, explainScore, isProfileKnown, type LedgerEntry, readDimension } from '@tendril/scoring';
import { loadRules } from '../events/score-events.ts';
import type { LeadScore } from '../runtime.ts';
import { finish, type Work } from '../work/work.ts';
import { type LeadRow, profileOf } from './lead-row.ts';
import { seeLead } from './snapshot.ts';

/** What a lead's score is made of at the moment, from its ledger. */
export async function explainLead(work: Work, row: LeadRow): Promise<LeadScore> {
  // Points given earlier in this transaction are still in hand; the ledger must have them before it is read.
  await finish(work);
  const [rows, rules, { view }] = await Promise.all([
    work.tx.scoreEntry.findMany({ where: { leadId: row.id }, orderBy: { at: 'asc' } }),
    loadRules(work),
    seeLead(work, row, []),
  ]);
  const ledger: LedgerEntry[] = rows.flatMap(({ dimension, points, ruleKey, at }) => {
    const read = readDimension(dimension);
    return read === null ? [] : [{ dimension: read, points, ruleKey, at: at.getTime() }];
  });
  const context = { now: work.now, lastSeenAt: row.lastSeenAt, profileKnown: isProfileKnown(profileOf(row)), rules };
  const { idleMonths } = row.scores;
  return { ...explainScore(ledger, idleMonths === undefined ? context : { ...context, idleMonths }, DEFAULT_SETTINGS), intent: view.intent };
}
