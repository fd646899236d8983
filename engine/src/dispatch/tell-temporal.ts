import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { JOURNEY_RUN, NUDGE, RUN_QUEUE, type RunInput, type RunSignal, TEST_SEND, testWorkflowIdOf, workflowIdOf } from '@tendril/journey/wire';
import { RunMissing, type Runtime } from '@tendril/runtime';
import type { DueItem } from './outbox-items.ts';

/** What the dispatcher decides before Temporal is told. */
export type Decider = Pick<Runtime, 'beginRun' | 'hearSignal'>;

/**
 * Decides what one outbox item asks for and tells Temporal as much of it as Temporal has to carry out. Doing it twice does
 * no harm: a start is refused by its workflow id, a decision is made once, and a run that has ended needs no signal.
 * @throws what Temporal's client throws when the server is out of reach
 */
export async function tellTemporal(temporal: Client, runtime: Decider, item: DueItem): Promise<void> {
  const workflowId = workflowIdOf(item.runId);
  const signal = item.kind === 'signal' ? await hear(runtime, item) : null;
  try {
    switch (item.kind) {
      case 'start':
        return await start(temporal, runtime, item);
      case 'signal':
        if (signal !== null) await temporal.workflow.getHandle(workflowId).signal(NUDGE, signal);
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

/**
 * Starts a run's workflow where its record stands. One that Temporal has lost or closed is started `again`: the record is
 * what counts, so only a workflow that is open stands in its way.
 */
async function start(temporal: Client, runtime: Decider, { runId, payload }: DueItem): Promise<void> {
  const begin = await runtime.beginRun({ runId }).catch(noneIfMissing);
  if (begin === null) return;
  const input: RunInput = { runId, timers: 'kept', resume: { ...begin, inbox: [] } };
  await temporal.workflow.start(JOURNEY_RUN, {
    workflowId: workflowIdOf(runId),
    taskQueue: RUN_QUEUE,
    args: [input],
    workflowIdReusePolicy: (payload as { again?: boolean } | null)?.again === true ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
  });
}

function hear(runtime: Decider, { id, runId }: DueItem): Promise<RunSignal | null> {
  return runtime.hearSignal({ id, runId }).catch(noneIfMissing);
}

/** A run that was deleted needs nothing. */
function noneIfMissing(error: unknown): null {
  if (error instanceof RunMissing) return null;
  throw error;
}
