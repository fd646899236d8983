/** A seat as the rules of the pen see it. All times are real, in ms. */
export interface Seat {
  readonly tab: string;
  readonly mayWrite: boolean;
  readonly arrivedAt: number;
  readonly seenAt: number;
  /** Since when the seat holds the pen; null if it does not. */
  readonly holdsSince: number | null;
  /** Since when the seat asks for the pen; null if it does not. */
  readonly askedAt: number | null;
}

/** A seat not heard of for so long, in real ms, is gone. */
export const STALE_MS = 15_000;

/** A request that is not answered for so long, in real ms, is granted. */
export const SILENCE_MS = 30_000;

/** Whoever asked first, then whoever came first; the tab's name settles what is equal. */
const inTurn = (a: Seat, b: Seat): number => {
  if (a.askedAt !== b.askedAt) return (a.askedAt ?? Number.MAX_SAFE_INTEGER) - (b.askedAt ?? Number.MAX_SAFE_INTEGER);
  return a.arrivedAt - b.arrivedAt || (a.tab < b.tab ? -1 : 1);
};

/** Gives the pen to a seat and takes it from whoever had it. The request of the one who gets it is answered by that. */
export const handTo = (seats: readonly Seat[], tab: string, now: number): readonly Seat[] =>
  seats.map((seat) =>
    seat.tab === tab
      ? { ...seat, holdsSince: seat.holdsSince ?? now, askedAt: null }
      : seat.holdsSince === null
        ? seat
        : { ...seat, holdsSince: null },
  );

/**
 * Who is there and who holds the pen at an instant: seats that went silent are gone, a free pen goes to whoever asked first,
 * else came first, and a request that was not answered in time is granted.
 */
export function settleSeats(seats: readonly Seat[], now: number): readonly Seat[] {
  const here = seats.filter(({ seenAt }) => now - seenAt < STALE_MS);
  const writers = here.filter(({ mayWrite }) => mayWrite).sort(inTurn);
  const holder = writers.find(({ holdsSince }) => holdsSince !== null);
  if (holder === undefined) {
    const [next] = writers;
    return next === undefined ? here.map((seat) => ({ ...seat, holdsSince: null })) : handTo(here, next.tab, now);
  }
  const asker = writers.find(({ tab, askedAt }) => tab !== holder.tab && askedAt !== null);
  return asker?.askedAt != null && now - asker.askedAt >= SILENCE_MS ? handTo(here, asker.tab, now) : handTo(here, holder.tab, now);
}
