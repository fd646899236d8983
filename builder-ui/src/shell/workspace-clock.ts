import { useEffect, useState } from 'react';
import type { Answers } from '../api/trpc.ts';

type Clock = Answers['session']['me']['workspace']['clock'];

const DAY = 86_400_000;

/** The workspace's instant (ms since 1970) at a real instant: a demo workspace lives faster than the wall clock. */
export const virtualNow = (clock: Clock, realNow: number): number => clock.virtual + (realNow - clock.real) * clock.factor;

/** How many real ms one day of the workspace takes. */
export const realDay = (clock: Clock): number => DAY / clock.factor;

/** The workspace's instant, renewed every `everyMs` real ms. */
export function useVirtualNow(clock: Clock, everyMs = 1_000): number {
  const [now, setNow] = useState(() => virtualNow(clock, Date.now()));
  useEffect(() => {
    const tick = () => setNow(virtualNow(clock, Date.now()));
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
