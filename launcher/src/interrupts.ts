/** One Ctrl+C can arrive several times within this many milliseconds: from the terminal, and again from npm. */
const SAME_PRESS_MS = 1_000;

/** Decides what a signal means. */
export interface Interrupts {
  /** To be called for every signal that asks this process to end. */
  receive(): void;
}

/**
 * The first request to end is polite; a later one, a second or more after it, is not.
 * @param reactions.now a clock in milliseconds that never jumps
 */
export function createInterrupts(reactions: { readonly now: () => number; readonly end: () => void; readonly force: () => void }): Interrupts {
  let first: number | undefined;
  return {
    receive: () => {
      const now = reactions.now();
      if (first === undefined) {
        first = now;
        reactions.end();
      } else if (now - first >= SAME_PRESS_MS) {
        reactions.force();
      }
    },
  };
}

/** Listens to every signal by which a person, a terminal or a parent asks this process to end. */
export function listenToSignals(interrupts: Interrupts): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupts.receive);
}
