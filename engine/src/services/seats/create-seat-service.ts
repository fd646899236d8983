import type { SeatsView } from '../../api/seat-views.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { askForPen, handOver, keepPen, keepSeat, leaveSeat, type OneSeat } from './keep-seats.ts';

/** Who has a journey open, and who of them edits. */
export interface SeatService {
  keep(caller: Caller, input: OneSeat): Promise<SeatsView>;
  ask(caller: Caller, input: OneSeat): Promise<SeatsView>;
  /** Refuses with `seat.not-yours`, `seat.gone`. */
  handOver(caller: Caller, input: OneSeat & { to: string }): Promise<SeatsView>;
  /** Answers a request with no; refuses with `seat.not-yours`. */
  keepPen(caller: Caller, input: OneSeat & { asker: string }): Promise<SeatsView>;
  leave(caller: Caller, input: OneSeat): Promise<void>;
}

/** Builds the service. */
export function createSeatService(parts: Pick<ServiceParts, 'db' | 'clock'>): SeatService {
  return {
    keep: (caller, input) => keepSeat(parts, caller, input),
    ask: (caller, input) => askForPen(parts, caller, input),
    handOver: (caller, input) => handOver(parts, caller, input),
    keepPen: (caller, input) => keepPen(parts, caller, input),
    leave: (caller, input) => leaveSeat(parts, caller, input),
  };
}
