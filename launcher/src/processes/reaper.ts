import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../node-binary.ts';

/** What the reaper has to know of a process: its id and the signal that makes it end in good order. */
export interface Ward {
  readonly pid: number;
  readonly signal: NodeJS.Signals;
}

/** What is said to the reaper. */
export type ReaperMessage = { readonly watch: Ward } | { readonly release: number };

/** A small process that outlives this one for a moment: when this one is gone, it ends all that was left in its care. */
export interface Reaper {
  /** Its own process id; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** Leaves a process in the reaper's care. */
  watch(ward: Ward): void;
  /** The process has ended; its id may belong to a stranger soon. */
  release(pid: number): void;
  /** Ends the reaper, and with it whatever is still in its care. */
  close(): void;
}

/** Starts the reaper. It needs no answer: what is said before it runs is delivered once it does. */
export function startReaper(): Reaper {
  const child = spawn(nodeBinary(), [fileURLToPath(new URL('./reaper-main.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A process group of its own: Ctrl+C in the terminal is for the launcher alone.
    detached: true,
  });
  child.unref();
  child.channel?.unref();
  const say = (message: ReaperMessage): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  return {
    pid: child.pid,
    watch: (ward) => say({ watch: ward }),
    release: (pid) => say({ release: pid }),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}
