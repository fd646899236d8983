import type { Crew } from '../processes/crew.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { inRepository } from '../repository.ts';
import { startNodeService } from './node-service.ts';

/** A server that speaks WeCom's API and shows the phones of staff and customers. */
export interface WecomStandIn extends AsyncDisposable {
  readonly process: RunningProcess;
  /** Base address of the API, and the page with the phones. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the WeCom stand-in on 127.0.0.1.
 * @throws RemediableError when it does not start
 */
export async function startWecomStandIn(plan: {
  readonly port: number;
  /** Its state is kept here. */
  readonly home: string;
  /** Where Tendril is, for the callbacks. */
  readonly apiUrl: string;
  readonly logFile: string;
  readonly crew: Crew;
}): Promise<WecomStandIn> {
  const url = `http://127.0.0.1:${plan.port}`;
  const running = await startNodeService({
    name: 'the WeCom stand-in',
    main: inRepository('wecom-stand-in/src/main.ts'),
    env: { HOST: '127.0.0.1', PORT: String(plan.port), TENDRIL_HOME: plan.home, TENDRIL_URL: plan.apiUrl },
    healthUrl: `${url}/health`,
    logFile: plan.logFile,
    crew: plan.crew,
  });
  return { process: running, url, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}
