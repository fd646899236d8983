import { waitUntil } from '../wait-until.ts';
import { isAlive } from './is-alive.ts';

/**
 * Asks a process to end, and forces it when it has not ended in time.
 * @param pid the process; one that is gone already is fine
 * @param options.signal how it is asked
 * @param options.graceMs how long it may take, in milliseconds, before it is forced
 * @param options.force the signal that forces it (default SIGKILL)
 */
export async function endProcess(
  pid: number,
  options: { readonly signal: NodeJS.Signals; readonly graceMs: number; readonly force?: NodeJS.Signals },
): Promise<void> {
  sendSignal(pid, options.signal);
  const gone = await waitUntil(() => !isAlive(pid), { timeoutMs: options.graceMs });
  if (gone) return;
  sendSignal(pid, options.force ?? 'SIGKILL');
  await waitUntil(() => !isAlive(pid), { timeoutMs: 5_000 });
}

/** Sends a signal; a process that is gone, or not ours, is left alone. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}
