import type { OperationKind, OperationView } from '../../api/operation-views.ts';
import type { RunFilter } from '../journeys/run-filter.ts';
import type { Caller } from '../ports.ts';

/** Whom an operation is for: those who were chosen, or everybody whom the list shows. */
export type ChosenLeads = { readonly runIds: readonly string[] } | { readonly all: RunFilter };

/** What is to be done to whom. */
export interface StartOperation {
  readonly journeyId: string;
  readonly kind: OperationKind;
  readonly nodeId?: string | undefined;
  readonly leads: ChosenLeads;
}

/** What people do to leads inside a journey, in the background. */
export interface OperationService {
  /** Refuses with `operation.nobody` or `operation.no-step`. */
  start(caller: Caller, input: StartOperation): Promise<OperationView>;
  /** The newest one of a journey; null if there never was one. */
  latest(caller: Caller, input: { journeyId: string }): Promise<OperationView | null>;
  /** Stops after the lead at hand; what was done stays done. Refuses with `operation.missing`. */
  cancel(caller: Caller, input: { id: string }): Promise<void>;
}
