import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again until the answer is yes.
 * @param check an error counts as no
 * @param options.timeoutMs how long to go on asking, in milliseconds
 * @param options.everyMs pause between two questions, in milliseconds (default 50)
 * @param options.signal ends the asking early
 * @returns whether the answer was yes in time
 */
export async function waitUntil(
  check: () => boolean | Promise<boolean>,
  options: { readonly timeoutMs: number; readonly everyMs?: number; readonly signal?: AbortSignal },
): Promise<boolean> {
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    if (options.signal?.aborted === true) return false;
    if (await answer(check)) return true;
    if (performance.now() >= deadline) return false;
    await delay(options.everyMs ?? 50);
  }
}

async function answer(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}
