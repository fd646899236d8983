import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import type { Crew } from '../processes/crew.ts';
import { endLeftBehind } from '../processes/end-left-behind.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { startProcess } from '../processes/start-process.ts';

/** A Temporal dev server that is running. Its namespace is `default`. */
export interface TemporalServer extends AsyncDisposable {
  readonly process: RunningProcess;
  /** host:port of the gRPC service. */
  readonly address: string;
  /** Where operators look, unless it was started headless. */
  readonly uiUrl: string | undefined;
  stop(): Promise<void>;
}

/** What a Temporal dev server needs to run. */
export interface TemporalPlan {
  /** Path of the `temporal` program. */
  readonly command: string;
  readonly port: number;
  /** Port of the web interface; undefined goes without. */
  readonly uiPort: number | undefined;
  /** Keeps workflows across restarts; undefined keeps them in memory. */
  readonly dbFile: string | undefined;
  readonly logFile: string;
  readonly crew: Crew;
}

/**
 * Starts Temporal's dev server on 127.0.0.1 and waits until it serves.
 * @throws RemediableError when it does not start
 */
export async function startTemporalServer(plan: TemporalPlan): Promise<TemporalServer> {
  const address = `127.0.0.1:${plan.port}`;
  if (plan.dbFile !== undefined) await makeWay(plan.dbFile);
  const running = await startProcess({
    name: 'Temporal',
    command: plan.command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(plan.port), '--log-level', 'error'],
      ...(plan.uiPort === undefined ? ['--headless'] : ['--ui-port', String(plan.uiPort)]),
      ...(plan.dbFile === undefined ? [] : ['--db-filename', plan.dbFile]),
    ],
    env: { ...process.env, TEMPORAL_ADDRESS: undefined },
    logFile: plan.logFile,
    isReady: () => serves(plan.command, address),
    crew: plan.crew,
  });
  if (plan.dbFile !== undefined) await writeFile(pidFileOf(plan.dbFile), String(running.pid));
  const uiUrl = plan.uiPort === undefined ? undefined : `http://127.0.0.1:${plan.uiPort}`;
  return { process: running, address, uiUrl, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}

const pidFileOf = (dbFile: string): string => `${dbFile}.pid`;

/** Only one server may have the file. One that a crash left behind still has it. */
async function makeWay(dbFile: string): Promise<void> {
  await mkdir(dirname(dbFile), { recursive: true });
  await endLeftBehind({ pidFile: pidFileOf(dbFile), mark: dbFile, stopSignal: 'SIGTERM', killSignal: 'SIGKILL' });
}

async function serves(command: string, address: string): Promise<boolean> {
  const health = await execa(command, ['operator', 'cluster', 'health', '--address', address], { reject: false, timeout: 5_000 });
  return !health.failed && health.stdout.includes('SERVING');
}
