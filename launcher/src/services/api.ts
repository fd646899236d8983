import type { Crew } from '../processes/crew.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { inRepository } from '../repository.ts';
import { startNodeService } from './node-service.ts';
import { type Surroundings, surroundingsEnv } from './surroundings.ts';

/** The API process, which serves the user interface too. */
export interface Api extends AsyncDisposable {
  readonly process: RunningProcess;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the API on 127.0.0.1.
 * @param plan.demoLinks pages of the demo that the user interface points to
 * @throws RemediableError when it does not start
 */
export async function startApi(plan: {
  readonly port: number;
  readonly surroundings: Surroundings;
  readonly demoLinks: { readonly mailbox: string; readonly phone: string };
  readonly logFile: string;
  readonly crew: Crew;
}): Promise<Api> {
  const url = `http://127.0.0.1:${plan.port}`;
  const running = await startNodeService({
    name: 'the API',
    main: inRepository('engine/src/main.ts'),
    env: {
      ...surroundingsEnv(plan.surroundings),
      PORT: String(plan.port),
      TRUSTED_ORIGINS: `http://localhost:${plan.port}`,
      UI_DIR: inRepository('builder-ui/dist'),
      DEMO_MAILBOX_URL: plan.demoLinks.mailbox,
      DEMO_PHONE_URL: plan.demoLinks.phone,
    },
    healthUrl: `${url}/health`,
    logFile: plan.logFile,
    crew: plan.crew,
  });
  return { process: running, url, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}
