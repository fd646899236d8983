import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { AdvanceRequest, EffectRequest, StepAnswer } from '@tendril/journey/wire';
import { JOURNEY_RUN, NUDGE, RUN_QUEUE, type RunInput, type RunSignal, workflowIdOf } from '@tendril/journey/wire';
import { startTemporal } from '@tendril/launcher/test-services';
import { bundleWorkflows, createWorkers } from '../../worker/create-workers.ts';
import { installQuietRuntime } from './quiet-runtime.ts';

/** What a scripted world answers, and the record of what it was asked. */
export interface Script {
  readonly advance: (request: AdvanceRequest) => StepAnswer | Promise<StepAnswer>;
  readonly sendEmail?: (request: EffectRequest, attempt: number) => StepAnswer | Promise<StepAnswer>;
}

/** A real Temporal server and real workers; only the decisions are scripted. Runs belong to the script they start with. */
export async function startScriptedWorker() {
  installQuietRuntime();
  const { address, namespace } = await startTemporal();
  const [connection, native, bundle] = await Promise.all([Connection.connect({ address }), NativeConnection.connect({ address }), bundleWorkflows()]);
  const client = new Client({ connection, namespace });

  const scripts = new Map<string, Script>();
  const asked = new Map<string, (AdvanceRequest | EffectRequest)[]>();
  const scriptOf = (request: AdvanceRequest | EffectRequest): Script => {
    asked.get(request.runId)?.push(request);
    const script = scripts.get(request.runId);
    if (script === undefined) throw new Error(`no script for run ${request.runId}`);
    return script;
  };
  const attempts = new Map<string, number>();
  const workers = await createWorkers({
    connection: native,
    namespace,
    bundle,
    activities: {
      runs: { advance: async (request) => scriptOf(request).advance(request) },
      effects: {
        email: {
          sendEmail: async (request: EffectRequest) => {
            const attempt = (attempts.get(request.runId) ?? 0) + 1;
            attempts.set(request.runId, attempt);
            const send = scriptOf(request).sendEmail;
            if (send === undefined) throw new Error('this script sends nothing');
            return send(request, attempt);
          },
        },
        wecom: {},
        webhook: {},
        custom: {},
      },
    },
  });
  const running = Promise.all(workers.map((worker) => worker.run()));

  return {
    client,
    /** Starts a run of its own under a script, by default as runs were started before timers were kept. */
    async start(script: Script, input: Omit<RunInput, 'runId'> = {}) {
      const runId = randomUUID();
      scripts.set(runId, script);
      asked.set(runId, []);
      const handle = await client.workflow.start(JOURNEY_RUN, { workflowId: workflowIdOf(runId), taskQueue: RUN_QUEUE, args: [{ runId, ...input }] });
      return {
        runId,
        handle,
        asked: () =>
          (asked.get(runId) ?? []).map((request) => ('fact' in request ? `${request.step} ${factOf(request)}` : `${request.step} sendEmail`)),
        signal: (signal: RunSignal) => handle.signal(NUDGE, signal),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const worker of workers) worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}

function factOf({ fact }: AdvanceRequest): string {
  if (fact.type === 'event') return `event ${fact.eventId}`;
  return fact.type === 'failed' ? `failed ${fact.code}` : fact.type;
}
