import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { type Clock, createTicker, type Ticker } from './ticker.ts';

const realTime = createTicker({ now: () => Date.now() });
const TickerContext = createContext<Ticker>(realTime);

/** Gives all relative dates below it their idea of now, such as a clock that runs faster than real time. */
export function ClockProvider({ clock, children }: { readonly clock: Clock; readonly children: ReactNode }) {
  const ticker = useMemo(() => createTicker(clock), [clock]);
  return <TickerContext value={ticker}>{children}</TickerContext>;
}

/** A value that depends on the time. The caller renders again only when the value changes, looked at once a second. */
export function useClockValue<Value extends string | number | boolean | null>(read: (now: number) => Value): Value {
  const ticker = useContext(TickerContext);
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now()));
}

/** The clock's current time in ms, for code that runs on an event rather than while rendering. */
export function useTicker(): Ticker {
  return useContext(TickerContext);
}

/** Like `useClockValue`, but of real time, for things that happened on this computer. */
export function useRealTimeValue<Value extends string | number | boolean | null>(read: (now: number) => Value): Value {
  return useSyncExternalStore(realTime.subscribe, () => read(realTime.now()));
}
