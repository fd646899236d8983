export type { Channels, MailChannel, MailOutcome, OutgoingMail, WecomChannel } from './channel-book.ts';
export { type Activities, type ActivityOptions, createActivities } from './create-activities.ts';
export { type EffectImplementation, implementNode, type Performed } from './implement-node.ts';
