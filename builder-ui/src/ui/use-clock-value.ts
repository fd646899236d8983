import { useSyncExternalStore } from 'react';
import { useSession } from '../shell/session-context.ts';
import { virtualNow } from '../shell/workspace-clock.ts';
import { createTicker } from './ticker.ts';

type Primitive = string | number | boolean | null;

const realTime = createTicker({ now: () => Date.now() });

/**
 * A value that depends on the workspace's time (ms since 1970), looked at once a second. The caller renders again only
 * when the value changes, so a long list of dates costs next to nothing.
 */
export function useClockValue<Value extends Primitive>(read: (now: number) => Value): Value {
  const { clock } = useSession().workspace;
  return useSyncExternalStore(realTime.subscribe, () => read(virtualNow(clock, realTime.now())));
}

/** The same of real time, for what happened on a computer rather than to a lead. */
export function useRealTimeValue<Value extends Primitive>(read: (now: number) => Value): Value {
  return useSyncExternalStore(realTime.subscribe, () => read(realTime.now()));
}
