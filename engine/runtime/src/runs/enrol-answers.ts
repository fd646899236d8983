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
