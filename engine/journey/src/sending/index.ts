/** The arbiter: what all journeys of a workspace together may send to one lead, and who goes first. */
export { arbitrate, type SendingQuestion, STALE_AFTER, type Verdict } from './arbitrate.ts';
export { lookBackOf, quietUntil } from './compiled-rules.ts';
export { rulesInWords } from './rules-in-words.ts';
