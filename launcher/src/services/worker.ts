import type { Crew } from '../processes/crew.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { inRepository } from '../repository.ts';
import { startNodeService } from './node-service.ts';
import { type Surroundings, surroundingsEnv } from './surroundings.ts';

/** The worker process: it decides steps and carries out effects. */
export interface Worker extends AsyncDisposable {
  readonly process: RunningProcess;
  stop(): Promise<void>;
}

/**
 * Starts the worker; it serves its health on 127.0.0.1.
 * @throws RemediableError when it does not start
 */
export async function startWorker(plan: {
  readonly healthPort: number;
  readonly surroundings: Surroundings;
  readonly logFile: string;
  readonly crew: Crew;
}): Promise<Worker> {
  const running = await startNodeService({
    name: 'the worker',
    main: inRepository('workflows/worker/main.ts'),
    env: { ...surroundingsEnv(plan.surroundings), PORT: String(plan.healthPort) },
    healthUrl: `http://127.0.0.1:${plan.healthPort}/health`,
    logFile: plan.logFile,
    crew: plan.crew,
  });
  return { process: running, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}
