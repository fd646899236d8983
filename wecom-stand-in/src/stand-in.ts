import type { CallbackDesk } from './callbacks/callback-desk.ts';
import type { CallLog } from './doors/call-log.ts';
import type { FaultBook } from './doors/fault-book.ts';
import type { Settings } from './options.ts';
import type { StandInState } from './state/state.ts';
import type { Store } from './state/store.ts';

/** A running stand-in as its parts see it. */
export interface StandIn {
  readonly settings: Settings;
  readonly store: Store;
  readonly faults: FaultBook;
  readonly callbacks: CallbackDesk;
  readonly calls: CallLog;
  /** The stand-in's clock: UTC instant in ms. */
  now(): number;
  /** Base address, known once the server listens. */
  address(): string;
}

/** Changes the state and has the change kept. */
export function change<T>({ store }: StandIn, how: (state: StandInState) => T): T {
  const answer = how(store.state);
  store.changed();
  return answer;
}
