import { nodeBinary } from '../node-binary.ts';
import type { Crew } from '../processes/crew.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { startProcess } from '../processes/start-process.ts';
import { repositoryFolder } from '../repository.ts';

/** A Node.js service of ours that answers GET requests over HTTP. */
export interface NodeServicePlan {
  readonly name: string;
  /** Path of its main file. */
  readonly main: string;
  /** What it has to know, on top of this process's own environment; undefined takes a variable away. */
  readonly env: NodeJS.ProcessEnv;
  /** Answers 200 to GET once the service does its work. */
  readonly healthUrl: string;
  readonly logFile: string;
  readonly crew: Crew;
}

const endWithParent = new URL('../end-with-parent.ts', import.meta.url).href;

/**
 * Starts a service on the Node.js of this checkout, tied to the life of this process, and waits until it is healthy.
 * @throws RemediableError naming the log when it does not start
 */
export function startNodeService(plan: NodeServicePlan): Promise<RunningProcess> {
  return startProcess({
    name: plan.name,
    command: nodeBinary(),
    args: ['--import', endWithParent, plan.main],
    cwd: repositoryFolder,
    env: { ...process.env, ...plan.env },
    logFile: plan.logFile,
    isReady: () => isHealthy(plan.healthUrl),
    ipc: true,
    crew: plan.crew,
  });
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}
