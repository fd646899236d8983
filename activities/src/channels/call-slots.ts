/** Lets only so many calls of one kind run at a time; the others wait their turn in order. */
export type CallSlots = <Result>(kind: string, work: () => Promise<Result>) => Promise<Result>;

/** Slots for `limit` calls of each kind. */
export function createCallSlots(limit: number): CallSlots {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  const enter = async (kind: string): Promise<void> => {
    const inside = running.get(kind) ?? 0;
    if (inside < limit) {
      running.set(kind, inside + 1);
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
    // Whoever leaves hands the place over, so the count stays.
    await promise;
  };
  const leave = (kind: string): void => {
    const [next, ...others] = waiting.get(kind) ?? [];
    waiting.set(kind, others);
    if (next === undefined) running.set(kind, (running.get(kind) ?? 1) - 1);
    else next();
  };
  return async (kind, work) => {
    await enter(kind);
    try {
      return await work();
    } finally {
      leave(kind);
    }
  };
}
