/** Answers the time in ms since 1970. */
export interface Clock {
  now(): number;
}

/** A clock that tells its listeners, once a second, that time has passed. */
export interface Ticker {
  /** The time of the last tick; the same until the next one. */
  now(): number;
  subscribe(listener: () => void): () => void;
  /** Reads the clock again and tells all listeners. */
  tick(): void;
}

/** Makes a ticker of a clock. It runs a timer only while somebody listens. */
export function createTicker(clock: Clock, everyMs = 1000): Ticker {
  const listeners = new Set<() => void>();
  let current = clock.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    current = clock.now();
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) {
      current = clock.now();
      timer = setInterval(tick, everyMs);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) clearInterval(timer);
    };
  };
  return { now: () => current, subscribe, tick };
}
