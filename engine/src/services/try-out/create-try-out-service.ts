import { cancelBackTest, readBackTest, startBackTest } from './back-test/manage-back-test.ts';
import { leadNow } from './lead-now.ts';
import { listRecipients, readTestSend, sendTest } from './send-test.ts';
import type { TryOutParts } from './try-out-parts.ts';
import type { TryOutService } from './try-out-port.ts';

/** Trying out what is drawn before it meets a lead. */
export function createTryOutService(parts: TryOutParts): TryOutService {
  return {
    recipients: (caller) => listRecipients(parts, caller),
    sendTest: (caller, input) => sendTest(parts, caller, input),
    testSend: (caller, input) => readTestSend(parts, caller, input),
    lead: (caller, input) => leadNow(parts, caller, input),
    startBackTest: (caller, input) => startBackTest(parts, caller, input),
    backTest: (caller, input) => readBackTest(parts, caller, input),
    cancelBackTest: (caller, input) => cancelBackTest(parts, caller, input),
  };
}
