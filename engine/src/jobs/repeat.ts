import type { Logger } from 'pino';

/** Work that is done again and again. */
export interface Repetition {
  /** Names it in the log. */
  readonly name: string;
  /** Real ms between the beginnings of two rounds; a round that takes longer is not doubled. */
  readonly everyMs: number;
  readonly round: () => Promise<void>;
  readonly log: Logger;
}

/**
 * Does a round again and again. One that fails is logged, and the next one comes all the same.
 * @returns ends it; a round under way is waited for
 */
export function repeat({ name, everyMs, round, log }: Repetition): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= round()
      .catch((error: unknown) => log.warn({ err: error, round: name }, 'a round failed; the next one tries again'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
