import type { LeadView } from '@tendril/journey/model';
import type { BackTestView, TestRecipientRow, TestSendView } from '../../api/try-out-views.ts';
import type { Caller } from '../ports.ts';
import type { TestSendInput } from './send-test.ts';

/** Trying journeys out: tests of messages, back-tests. Nothing here changes a lead. */
export interface TryOutService {
  recipients(caller: Caller): Promise<readonly TestRecipientRow[]>;
  /** Sends a template to a person who looks at it; refuses with `template.missing` or a `test.…` code. */
  sendTest(caller: Caller, input: TestSendInput): Promise<{ id: string }>;
  testSend(caller: Caller, input: { id: string }): Promise<TestSendView>;
  /** A lead as a journey would see it now. */
  lead(caller: Caller, input: { id: string; events: readonly string[] }): Promise<LeadView>;
  /** Plays the leads of the last days through the draft, in the background; refuses with `back-test.draft-broken`. */
  startBackTest(caller: Caller, input: { journeyId: string; days: number }): Promise<void>;
  /** The newest back-test of a journey. */
  backTest(caller: Caller, input: { journeyId: string }): Promise<BackTestView | null>;
  cancelBackTest(caller: Caller, input: { journeyId: string }): Promise<void>;
}
