import type { Db } from '@tendril/db';
import { signalWaitingRuns } from '@tendril/db/queries';
import { builtInNodeTypes, type NodeTypes } from '@tendril/journey/nodes';
import { probeChannels, tryChannel } from './breakers/channel-stop.ts';
import { enrolMany } from './entries/enrol-many.ts';
import { letWaitingIn } from './entries/let-waiting-in.ts';
import { sweepStates } from './entries/sweep-states.ts';
import { sweepTimes } from './entries/sweep-times.ts';
import { recordEvents } from './events/record-events.ts';
import { acceptHandoff } from './handoffs/accept-handoff.ts';
import { closeHandoff } from './handoffs/close-handoff.ts';
import { explainLead } from './leads/explain-lead.ts';
import { readLeadRow } from './leads/read-lead-row.ts';
import { rescoreProfiles } from './leads/rescore-profiles.ts';
import { seeLead } from './leads/snapshot.ts';
import { upsertLead } from './leads/upsert-lead.ts';
import { claimMessage } from './messages/claim-message.ts';
import { settleMessage } from './messages/settle-message.ts';
import { advanceRun } from './runs/advance-run.ts';
import { beginRun } from './runs/begin-run.ts';
import { cancelRun } from './runs/cancel-run.ts';
import { changeVersions } from './runs/change-versions.ts';
import { enrol } from './runs/enrol-lead.ts';
import { hearSignal } from './runs/hear-signal.ts';
import { sendTo, tryAgain } from './runs/operate-run.ts';
import { pauseJourney, resumeJourney } from './runs/pause-journey.ts';
import { ProgramCache } from './runs/program-cache.ts';
import type { Runtime } from './runtime.ts';
import { runtimeSentences } from './sentences.ts';
import { type RuntimeParts, transact } from './work/work.ts';

/** What a runtime is built on. */
export interface RuntimeOptions {
  readonly db: Db;
  /** Real time in ms since 1970. */
  readonly clock: { now(): number };
  /** The node types of this installation; the built-in ones if left out. */
  readonly nodeTypes?: NodeTypes;
}

/** Builds the runtime on a database. It holds nothing but a cache of immutable programs, so many may work side by side. */
export function createRuntime({ db, clock, nodeTypes = builtInNodeTypes }: RuntimeOptions): Runtime {
  const parts: RuntimeParts = { db, clock, nodeTypes, programs: new ProgramCache() };
  return {
    recordEvents: ({ workspaceId, events }) => transact(parts, workspaceId, (work) => recordEvents(work, events)),
    upsertLead: (input) => transact(parts, input.workspaceId, (work) => upsertLead(work, input)),
    enrol: (input) => transact(parts, input.workspaceId, (work) => enrol(work, input)),
    enrolMany: (input) => transact(parts, input.workspaceId, (work) => enrolMany(work, input), { bulk: true }),
    advance: (request) => advanceRun(parts, request),
    beginRun: ({ runId }) => beginRun(parts, runId),
    hearSignal: (item) => hearSignal(parts, item),
    claimMessage: (request) => claimMessage(parts, request),
    settleMessage: (settlement) => settleMessage(parts, settlement),
    acceptHandoff: (input) => transact(parts, input.workspaceId, (work) => acceptHandoff(work, input)),
    closeHandoff: (input) => transact(parts, input.workspaceId, (work) => closeHandoff(work, input)),
    snapshot: ({ workspaceId, leadId, events = [] }) =>
      transact(parts, workspaceId, async (work) => {
        const row = await readLeadRow(work, leadId);
        return row === null ? null : (await seeLead(work, row, events)).view;
      }),
    scoreOf: ({ workspaceId, leadId }) =>
      transact(parts, workspaceId, async (work) => {
        const row = await readLeadRow(work, leadId);
        return row === null ? null : explainLead(work, row);
      }),
    rescoreProfiles: ({ workspaceId }) => rescoreProfiles(parts, workspaceId),
    cancelRun: (input) => transact(parts, input.workspaceId, (work) => cancelRun(work, input)),
    changeVersions: (input) => transact(parts, input.workspaceId, (work) => changeVersions(work, input)),
    removeRun: ({ workspaceId, runId, by }) =>
      transact(parts, workspaceId, (work) => cancelRun(work, { runId, because: runtimeSentences.say('run.removed', { by }) })),
    sendTo: (input) => transact(parts, input.workspaceId, (work) => sendTo(work, input)),
    tryAgain: (input) => transact(parts, input.workspaceId, (work) => tryAgain(work, input)),
    pauseJourney: (input) => transact(parts, input.workspaceId, (work) => pauseJourney(work, input)),
    resumeJourney: (input) => transact(parts, input.workspaceId, (work) => resumeJourney(work, input)),
    probeChannels: ({ workspaceId }) => transact(parts, workspaceId, (work) => probeChannels(work)),
    tryChannel: ({ workspaceId, channel }) => transact(parts, workspaceId, (work) => tryChannel(work, channel)),
    recheckRuns: ({ workspaceId }) =>
      transact(parts, workspaceId, async ({ tx, realNow }) => ({ runs: await signalWaitingRuns(tx, workspaceId, new Date(realNow)) })),
    sweepStates: ({ workspaceId }) => sweepStates(parts, workspaceId),
    sweepTimes: ({ workspaceId }) => sweepTimes(parts, workspaceId),
    letWaitingIn: ({ workspaceId }) => letWaitingIn(parts, workspaceId),
    now: ({ workspaceId }) => transact(parts, workspaceId, async (work) => work.now),
  };
}
