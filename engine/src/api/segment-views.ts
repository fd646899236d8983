import type { Condition } from '@tendril/journey/model';

/** A saved segment with how many leads are in it now. */
export interface SegmentView {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
  readonly matching: number;
  /** Journeys that name it, in their draft or in what is live. */
  readonly usedBy: readonly { readonly id: string; readonly name: string; readonly live: boolean }[];
}
