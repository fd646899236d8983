import type { TimelineRow } from '../../../api/views.ts';

/** Where a page of the timeline starts and how many rows of each kind may be on it. */
export interface TimelineWindow {
  readonly leadId: string;
  /** Nothing newer than this. */
  readonly until: Date | null;
  readonly take: number;
}

/** One kind of rows: the newest ones of the window, and how many there are in all. */
export interface TimelineSource {
  rows(window: TimelineWindow): Promise<readonly TimelineRow[]>;
  count(leadId: string): Promise<number>;
}

/** Condition on a time column for a window. */
export const before = (until: Date | null): { lte?: Date } => (until === null ? {} : { lte: until });
