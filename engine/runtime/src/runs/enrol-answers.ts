import type { Sentence } from '@tendril/journey/model';

/** Who is to come in, and where. */
export interface EnrolInput {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly leadId: string;
  /** The entry; absent: the journey's manual entry, or else its first. */
  readonly entry?: string;
  /** An event on record by which the lead comes in. */
  readonly eventId?: string;
}

/** In, or not and why. `because` is rendered in the reader's language. */
export type Enrolment = { readonly enrolled: true; readonly runId: string } | { readonly enrolled: false; readonly because: Sentence };

/** A batch of a bulk enrolment. */
export interface EnrolManyInput {
  readonly workspaceId: string;
  readonly jobId: string;
  readonly leadIds: readonly string[];
  /** The cursor that the batch was read behind, and the one behind which the next begins. */
  readonly cursor: string | null;
  readonly nextCursor: string | null;
  /** How long after a batch of so many the next one may come (real ms). */
  readonly ahead: (enrolled: number) => number;
}

/** What became of a batch; `closed`: the journey does not have the entry any more, and nobody was asked. */
export interface EnrolManyAnswer {
  readonly enrolled: number;
  readonly closed: boolean;
}
