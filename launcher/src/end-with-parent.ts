import { isMainThread } from 'node:worker_threads';

/** How long a process may take to end in good order once its parent is gone, in milliseconds. */
const GRACE_MS = 10_000;

/*
 * Loaded before a service's own main (`node --import`), so that a service which the launcher started never outlives it,
 * however the launcher ended. In a process without a channel to a parent, as in production, it does nothing.
 */
if (isMainThread && process.connected) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  // The channel alone must not keep a process alive that has nothing else to do.
  process.channel?.unref();
}
