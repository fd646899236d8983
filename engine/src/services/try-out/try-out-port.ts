import type { TestRecipientRow, TestSendView } from '../../api/try-out-views.ts';
import type { Caller } from '../ports.ts';
import type { TestSendInput } from './send-test.ts';

/** Trying journeys out: tests of messages. Nothing here changes a lead. */
export interface TryOutService {
  recipients(caller: Caller): Promise<readonly TestRecipientRow[]>;
  /** Sends a template to a person who looks at it; refuses with `template.missing` or a `test.…` code. */
  sendTest(caller: Caller, input: TestSendInput): Promise<{ id: string }>;
  testSend(caller: Caller, input: { id: string }): Promise<TestSendView>;
}
