import type { Sentence } from '@tendril/journey/model';

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
