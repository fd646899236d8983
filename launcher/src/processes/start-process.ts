import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { RemediableError } from '../remediable-error.ts';
import { waitUntil } from '../wait-until.ts';
import type { Crew } from './crew.ts';
import { lastLine } from './last-line.ts';
import type { RunningProcess } from './running-process.ts';

/** How to start a service that runs beside this process. */
export interface ProcessPlan {
  /** What people call it, for messages: "PostgreSQL", "the worker". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The whole environment of the process. */
  readonly env: NodeJS.ProcessEnv;
  /** Its output is appended here. */
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Answers whether the service does its work yet; asked until it says yes. */
  readonly isReady: () => boolean | Promise<boolean>;
  /** How long it may take to be ready, in milliseconds (default 60 s). */
  readonly readyWithinMs?: number;
  /** The signal that makes it end in good order (default SIGTERM). */
  readonly stopSignal?: NodeJS.Signals;
  /** The signal that ends it at once (default SIGKILL). */
  readonly killSignal?: NodeJS.Signals;
  /** Opens a channel by which a Node.js child notices that this process is gone. */
  readonly ipc?: boolean;
  /** The processes it ends with. */
  readonly crew: Crew;
}

const STOP_GRACE_MS = 15_000;

/**
 * Starts a process and waits until it does its work.
 * @throws RemediableError naming the log when it ends early or is not ready in time
 */
export async function startProcess(plan: ProcessPlan): Promise<RunningProcess> {
  if (plan.crew.stopping) throw new RemediableError(`${plan.name} is not started: Tendril is ending.`);
  const child = spawnLogged(plan);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  }).then(() => {
    hasEnded = true;
  });
  const running = await handleOf({ plan, child, ended });
  plan.crew.enlist(running);

  const ready = await waitUntil(async () => hasEnded || (await plan.isReady()), { timeoutMs: plan.readyWithinMs ?? 60_000 });
  if (hasEnded) throw new RemediableError(`${plan.name} ended while starting${lastLine(plan.logFile)} Its log is ${plan.logFile}.`);
  if (!ready) {
    await running.stop();
    throw new RemediableError(`${plan.name} did not become ready in time; its log is ${plan.logFile}.`);
  }
  return running;
}

function spawnLogged(plan: ProcessPlan): ChildProcess {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, 'a');
  try {
    return spawn(plan.command, [...plan.args], {
      cwd: plan.cwd,
      env: plan.env,
      stdio: plan.ipc === true ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      // A process group of its own: Ctrl+C in the terminal is for the launcher, which ends the others in order.
      detached: true,
      ...(plan.uid === undefined ? {} : { uid: plan.uid }),
      ...(plan.gid === undefined ? {} : { gid: plan.gid }),
    });
  } finally {
    closeSync(log);
  }
}

async function handleOf(parts: { readonly plan: ProcessPlan; readonly child: ChildProcess; readonly ended: Promise<void> }): Promise<RunningProcess> {
  const { plan, child, ended } = parts;
  const { pid } = child;
  if (pid === undefined) {
    await ended;
    throw new RemediableError(`${plan.name} cannot be started: ${plan.command} is missing or may not be run.`);
  }
  const stopSignal = plan.stopSignal ?? 'SIGTERM';
  let stopping = false;
  const kill = (): void => {
    stopping = true;
    child.kill(plan.killSignal ?? 'SIGKILL');
  };
  const stop = async (): Promise<void> => {
    if (!stopping) {
      stopping = true;
      child.kill(stopSignal);
    }
    const force = setTimeout(kill, STOP_GRACE_MS);
    await ended;
    clearTimeout(force);
  };
  return {
    name: plan.name,
    pid,
    logFile: plan.logFile,
    stopSignal,
    ended,
    get stopping() {
      return stopping;
    },
    stop,
    kill,
    [Symbol.asyncDispose]: stop,
  };
}
