export type { EventIdentities, EventInput, RecordedEvents } from './events/event-input.ts';
export type { Acceptance, Closing, ClosingInput } from './handoffs/handoff-answers.ts';
export { type ConsentInput, LEAD_FIELDS, type LeadField, type LeadInput, type UpsertedLead } from './leads/lead-input.ts';
export type { ClaimedMessage, MessageClaim, Settlement } from './messages/message-claim.ts';
export type { EnrolInput, Enrolment } from './runs/enrol-answers.ts';
export type { LeadScore, PerformedRequest, Runtime } from './runtime.ts';
