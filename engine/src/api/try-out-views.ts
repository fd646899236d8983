import type { Sentence } from '@tendril/journey/model';
import type { BackTestTally } from '@tendril/journey/simulator';

/** Who can get a test of a message: the caller first, then colleagues by name. */
export interface TestRecipientRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** True if a WeCom account is bound, so that a WeCom test can reach them. */
  readonly onWecom: boolean;
  readonly isCaller: boolean;
}

/** A test of a message, and what came of it so far. */
export interface TestSendView {
  readonly id: string;
  readonly channel: 'email' | 'wecom';
  readonly address: string;
  readonly subject: string;
  readonly status: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown';
  readonly reason: Sentence | null;
  readonly createdAtReal: string;
  readonly settledAtReal: string | null;
}

/** Past leads played through the draft and the live version, as far as it is. Times without `Real` are the workspace's. */
export interface BackTestView {
  readonly id: string;
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly days: number;
  /** Null: nothing was live, so there is nothing to compare with. */
  readonly liveVersion: number | null;
  /** Leads to be played, and those played so far. */
  readonly total: number;
  readonly done: number;
  readonly from: string;
  readonly to: string;
  /** Null until the first batch is done. */
  readonly tally: BackTestTally | null;
  /** Leads that would have got other messages, by name. */
  readonly examples: readonly { readonly leadId: string; readonly leadName: string | null; readonly more: number; readonly fewer: number }[];
  readonly startedAtReal: string;
  readonly finishedAtReal: string | null;
}
