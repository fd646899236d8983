import { addTallies, type BackTestTally, backTest, emptyTally, type Laboratory, tallyOf } from '@tendril/journey/simulator';
import { pastScoring } from './past-scoring.ts';
import type { OnRecord } from './record-leads.ts';

/** The programs that are compared, and the recorded time. */
export interface Comparison {
  readonly draft: Laboratory;
  /** Null if nothing is live. */
  readonly live: Laboratory | null;
  readonly from: number;
  readonly to: number;
}

/** Plays leads through both programs and adds them up. Pure: the same leads always come to the same. */
export function playBatch(leads: readonly OnRecord[], { draft, live, from, to }: Comparison): BackTestTally {
  const play = (laboratory: Laboratory, { recorded, scoring }: OnRecord) =>
    // Each simulation remembers points of its own, so each lead has a scoring of its own.
    backTest({ ...laboratory, rescore: pastScoring(scoring) }, { leads: [recorded], from, to }).leads[0];
  return leads
    .flatMap((lead) => {
      const would = play(draft, lead);
      return would === undefined ? [] : [tallyOf(would, live === null ? null : (play(live, lead) ?? null))];
    })
    .reduce(addTallies, emptyTally(live !== null));
}
