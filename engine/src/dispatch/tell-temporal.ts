import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { JOURNEY_RUN, NUDGE, RUN_QUEUE, type RunSignal, TEST_SEND, testWorkflowIdOf, workflowIdOf } from '@tendril/journey/wire';
import type { DueItem } from './outbox-items.ts';

/**
 * Hands one outbox item to Temporal. Doing it twice does no harm: a start is refused by its workflow id, a signal makes
 * `advance` look again, and a run that has ended needs no signal.
 * @throws what Temporal's client throws when the server is out of reach
 */
export async function tellTemporal(temporal: Client, item: DueItem): Promise<void> {
  const workflowId = workflowIdOf(item.runId);
  try {
    switch (item.kind) {
      case 'start':
        await temporal.workflow.start(JOURNEY_RUN, {
          workflowId,
          taskQueue: RUN_QUEUE,
          args: [{ runId: item.runId }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        });
        return;
      case 'signal':
        await temporal.workflow.getHandle(workflowId).signal(NUDGE, item.payload as RunSignal);
        return;
      case 'cancel':
        await temporal.workflow.getHandle(workflowId).cancel();
        return;
      case 'test':
        await temporal.workflow.start(TEST_SEND, {
          workflowId: testWorkflowIdOf(item.runId),
          taskQueue: RUN_QUEUE,
          args: [{ testId: item.runId, ...(item.payload as { queue: string }) }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        });
        return;
    }
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError || error instanceof WorkflowNotFoundError) return;
    throw error;
  }
}
