import type { Logger } from 'pino';

/** A round that is repeated until it is stopped. */
export interface Poller {
  /** Begins; `stop` ends it after the round under way. */
  start(): { stop(): Promise<void> };
}

/**
 * Repeats a round with pauses in between. A round that fails is logged and tried again after the next pause.
 * @param order.everyMs pause between rounds, real ms; a round that found work is followed by the next at once
 */
export function createPoller(order: { name: string; everyMs: number; log: Logger; round: () => Promise<number> }): Poller {
  const { name, everyMs, log, round } = order;
  return {
    start() {
      let stopped = false;
      let endPause: () => void = () => undefined;
      const loop = (async () => {
        while (!stopped) {
          const found = await round().catch((error: unknown) => {
            log.warn({ err: error, poller: name }, 'A round of polling failed; the next one tries again.');
            return 0;
          });
          if (found === 0 && !stopped) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, everyMs);
              endPause = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          }
        }
      })();
      return {
        stop: async () => {
          stopped = true;
          endPause();
          await loop;
        },
      };
    },
  };
}
