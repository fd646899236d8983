import { endProcess } from './end-process.ts';
import type { ReaperMessage, Ward } from './reaper.ts';

/** How long a left-behind process may take to end in good order, in milliseconds. */
const GRACE_MS = 5_000;

const wards = new Map<number, Ward>();

process.on('message', (message: ReaperMessage) => {
  if ('watch' in message) wards.set(message.watch.pid, message.watch);
  else wards.delete(message.release);
});

process.on('disconnect', () => {
  void endWards().finally(() => process.exit(0));
});

// Only the end of the launcher ends the reaper.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

/** Last started, first ended: the worker goes before the database it writes to. */
async function endWards(): Promise<void> {
  for (const ward of [...wards.values()].reverse()) await endProcess(ward.pid, { signal: ward.signal, graceMs: GRACE_MS });
}
