/** What can be done to leads inside a journey. */
export const OPERATION_KINDS = ['remove', 'send-to', 'try-again'] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Something that is done to leads inside a journey, one after the other. */
export interface OperationView {
  readonly id: string;
  readonly kind: OperationKind;
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly total: number;
  /** Leads looked at so far. */
  readonly done: number;
  readonly changed: number;
  /** How many were left as they are, by why (`OperationRefusal` of the runtime). */
  readonly refused: { readonly [why: string]: number };
}
