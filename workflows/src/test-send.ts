import { proxyActivities } from '@temporalio/workflow';
import type { TestActivities } from '@tendril/activities/contract';
import { effectQueue, type TestSendRequest } from '@tendril/journey/wire';

/**
 * Carries one test of a message to its channel's queue, where the limits of the channel hold for it as for any send. The
 * activity records what came of it; only a worker that died makes it run again, and then it says that nobody knows.
 */
export async function testSend(request: TestSendRequest): Promise<void> {
  const { sendTest } = proxyActivities<TestActivities>({
    taskQueue: effectQueue(request.queue),
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '2 seconds', maximumInterval: '1 minute' },
  });
  await sendTest(request);
}
