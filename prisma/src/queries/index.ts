/** Hot and set-based queries in SQL. Every other access goes through the Prisma client. */
export { lockJourney, lockMember, lockWorkspace } from './api-locks.ts';
export { type SendCount, signalRunsOfChannel, tallySends } from './breakers.ts';
export { noteDemoClocks, resumeDemoClocks } from './demo-clocks.ts';
export { addMatchingMembers, findAmong, findNext, findStrangers, findStrayLeads, type LeadIdsQuery, lockEntry } from './entry-members.ts';
export { type EntryWatchRow, holdWatch } from './entry-watches.ts';
export { type EventRecord, insertEvents, knownMessageIds, type NewEvent, readEvent, takeOverEvents } from './event-records.ts';
export { findHandles, type HandleRow, insertHandles, lockVisitors } from './handles.ts';
export { type FlowRow, type FlowWindow, findRunsThrough, readArrivals, readFlow, type ThroughQuestion } from './journey-flow.ts';
export { type LeadFacts, type LeadFactsQuestion, readLeadFacts } from './lead-facts.ts';
export { insertLeads, type LeadRecord, type LeadUpdate, lockLeadOfRun, lockLeads, readLead, saveLeads } from './lead-records.ts';
export { type CollidingRun, moveLead } from './merge-leads.ts';
export { claimOutboxItems, type OutboxRow } from './outbox.ts';
export { insertOutboxItems, type NewOutboxItem, signalWaitingRuns } from './outbox-items.ts';
export { holdStatus, signalHeldRuns } from './pauses.ts';
export { changeRunVersions } from './run-versions.ts';
export { findEntries, findHits, insertScoreEntries, type NewScoreEntry, sumPoints } from './score-entries.ts';
export { reserveTurn } from './send-turns.ts';
export {
  lockCompanySending,
  readSendingFacts,
  type SendingQuestion,
  type SendingRow,
  signalHeldMessages,
  type TalkRow,
} from './sending-facts.ts';
export { countVersions, type VersionCountRow } from './version-counts.ts';
export { findWaits, type WaitRow } from './waits.ts';
export { claimDueTasks, type DueWecomTask } from './wecom-tasks.ts';
