import { type Reaper, startReaper } from './reaper.ts';
import type { RunningProcess } from './running-process.ts';

/** The processes that one launcher started, in that order. They end together, last started first. */
export interface Crew extends AsyncDisposable {
  /** Takes a process in, from the moment it exists. */
  enlist(member: RunningProcess): void;
  /** The process that ends the crew when this one is killed, and is gone once it has. */
  readonly guardPid: number | undefined;
  /** Whether the crew is being ended, so that nothing more may start. */
  readonly stopping: boolean;
  /** Settles with the first process that ended although nobody asked it to. */
  readonly lost: Promise<RunningProcess>;
  /** Ends every process in good order, one after the other. A second call waits for the first. */
  stop(): Promise<void>;
  /** Ends every process at once. */
  kill(): void;
}

/** Makes an empty crew, guarded by a reaper that ends what is left of it when this process is killed. */
export function createCrew(reaper: Reaper = startReaper()): Crew {
  const members: RunningProcess[] = [];
  const { promise: lost, resolve: reportLost } = Promise.withResolvers<RunningProcess>();
  let ending: Promise<void> | undefined;

  const endAll = async (): Promise<void> => {
    for (const member of members.toReversed()) await member.stop();
    reaper.close();
  };
  const stop = (): Promise<void> => {
    ending ??= endAll();
    return ending;
  };
  return {
    enlist: (member) => {
      members.push(member);
      reaper.watch({ pid: member.pid, signal: member.stopSignal });
      void member.ended.then(() => {
        reaper.release(member.pid);
        if (!member.stopping) reportLost(member);
      });
    },
    guardPid: reaper.pid,
    get stopping() {
      return ending !== undefined;
    },
    lost,
    stop,
    kill: () => {
      for (const member of members) member.kill();
    },
    [Symbol.asyncDispose]: stop,
  };
}
