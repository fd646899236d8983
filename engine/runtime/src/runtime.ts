import type { Instant, JsonObject, LeadView, Sentence } from '@tendril/journey/model';
import type { AdvanceRequest, EffectRequest, RunSignal, StepAnswer } from '@tendril/journey/wire';
import type { ScoreExplanation } from '@tendril/scoring';
import type { EventInput, RecordedEvents } from './events/event-input.ts';
import type { Acceptance, Closing, ClosingInput } from './handoffs/handoff-answers.ts';
import type { LeadInput, UpsertedLead } from './leads/lead-input.ts';
import type { MessageClaim, Settlement } from './messages/message-claim.ts';
import type { ResumePoint } from './runs/begin-run.ts';
import type { ChangeVersionsInput, VersionChanges } from './runs/change-versions.ts';
import type { EnrolInput, EnrolManyAnswer, EnrolManyInput, Enrolment } from './runs/enrol-answers.ts';
import type { SignalItem } from './runs/hear-signal.ts';
import type { OperationAnswer, OperationInput } from './runs/operate-run.ts';
import type { ResumePolicy } from './runs/pause-policy.ts';

/** What an effect's activity reports, besides the facts that the workflow may tell. */
export interface PerformedRequest extends EffectRequest {
  readonly fact:
    | { readonly type: 'performed'; readonly outcome: string; readonly result?: JsonObject }
    /** Nothing was done: the journey is paused. */
    | { readonly type: 'held' }
    /** Nothing was done: the rules hold the message back by now, so its step decides anew. */
    | { readonly type: 'deferred' };
}

/**
 * Every change of what a lead lives through, each one transaction. The API, the worker and the intake share it, so that
 * an event that comes by HTTP and one that a journey emits go the same way. Times in and out are on the workspace's
 * clock unless a name says otherwise. Methods may be called again after any failure: nothing is done twice.
 */
export interface Runtime {
  /** Records a batch: whose they are, points, waits that end, journeys that start. All or nothing. */
  recordEvents(input: { readonly workspaceId: string; readonly events: readonly EventInput[] }): Promise<RecordedEvents>;

  /** Finds or makes a lead by its handles, merges what turns out to be one person, lets new leads into journeys. */
  upsertLead(input: LeadInput): Promise<UpsertedLead>;

  /** Lets a lead into the live version of a journey, if its entry's rules allow it. */
  enrol(input: EnrolInput): Promise<Enrolment>;

  /** Decides one step. The same step again answers the same and changes nothing. A run that is over answers `done`. */
  advance(request: AdvanceRequest | PerformedRequest): Promise<StepAnswer>;

  /** With what a run's workflow has to begin, the first step decided if need be. Null: nothing is left to do. */
  beginRun(input: { readonly runId: string }): Promise<ResumePoint | null>;

  /** Decides what a signal in the outbox changes for its run. Answers what Temporal has to be told; null: nothing. */
  hearSignal(item: SignalItem): Promise<RunSignal | null>;

  /** Takes a planned message for sending. What is claimed must be settled; claimed again it becomes `unknown`. */
  claimMessage(request: EffectRequest): Promise<MessageClaim>;

  /** Says what became of a claimed message. Statuses only move forward; a settled one stays. */
  settleMessage(settlement: Settlement): Promise<void>;

  /** An SDR takes a hand-off; only the first one gets it. */
  acceptHandoff(input: { readonly workspaceId: string; readonly handoffId: string; readonly userId: string }): Promise<Acceptance>;

  /** An SDR says what came of it: moves the lead and tells the journey. */
  closeHandoff(input: ClosingInput): Promise<Closing>;

  /** A lead as conditions and templates see it now, with all its events of these names (`'*'`: all). Null: no such lead. */
  snapshot(input: { readonly workspaceId: string; readonly leadId: string; readonly events?: readonly string[] }): Promise<LeadView | null>;

  /** What the lead's score is made of now. Null: no such lead. */
  scoreOf(input: { readonly workspaceId: string; readonly leadId: string }): Promise<LeadScore | null>;

  /** Brings the fit of every lead of the workspace in line with rules that were changed, a batch of leads per transaction. */
  rescoreProfiles(input: { readonly workspaceId: string }): Promise<{ readonly changed: number }>;

  /** Ends a run: its open hand-off is closed, its planned message recalled. False if it was over already. */
  cancelRun(input: { readonly workspaceId: string; readonly runId: string; readonly because: Sentence }): Promise<boolean>;

  /** Carries out what was chosen for leads inside when a new version went live, for a batch of runs. */
  changeVersions(input: ChangeVersionsInput): Promise<VersionChanges>;

  /** Takes a lead out of a journey because a person said so. False if it was out already. */
  removeRun(input: { readonly workspaceId: string; readonly runId: string; readonly by: string }): Promise<boolean>;

  /** Sends a lead that rests to another step of its journey. */
  sendTo(input: OperationInput & { readonly nodeId: string }): Promise<OperationAnswer>;

  /** Lets a lead whose step failed for good come to that step again. */
  tryAgain(input: OperationInput): Promise<OperationAnswer>;

  /** Stops a live journey without losing anybody. False if it is not live. */
  pauseJourney(input: { readonly workspaceId: string; readonly journeyId: string; readonly userId: string }): Promise<boolean>;

  /** Lets a paused journey go on; answers how many runs go on, or null if it is not paused. */
  resumeJourney(input: {
    readonly workspaceId: string;
    readonly journeyId: string;
    readonly userId: string;
    readonly policy: ResumePolicy;
  }): Promise<{ readonly runs: number } | null>;

  /** Lets one message try every stopped channel that is due. */
  probeChannels(input: { readonly workspaceId: string }): Promise<{ readonly woken: number }>;

  /** Has a stopped channel tried now. False if it is not stopped. */
  tryChannel(input: { readonly workspaceId: string; readonly channel: string }): Promise<boolean>;

  /** Tells every waiting run to look again, because the workspace's clock was changed. */
  recheckRuns(input: { readonly workspaceId: string }): Promise<{ readonly runs: number }>;

  /** Lets a batch of a bulk enrolment in. Null if the job is not running any more, or somebody else has gone on with it. */
  enrolMany(input: EnrolManyInput): Promise<EnrolManyAnswer | null>;

  /** Lets leads in for whom what an entry watches (score, grade, tag, segment, silence) has become true by time alone. */
  sweepStates(input: { readonly workspaceId: string }): Promise<{ readonly looked: number }>;

  /** Lets leads in whose date, or for whom a schedule, has come round; `more`: some are left for the next call. */
  sweepTimes(input: { readonly workspaceId: string }): Promise<{ readonly looked: number; readonly more: boolean }>;

  /** Lets leads in that an entry's rate kept waiting, as many as it allows now, the longest waiting first. */
  letWaitingIn(input: { readonly workspaceId: string }): Promise<{ readonly entered: number }>;

  /** What the workspace's clock shows. */
  now(input: { readonly workspaceId: string }): Promise<Instant>;
}

/** A score with its make-up, grade and intent. */
export interface LeadScore extends ScoreExplanation {
  readonly intent: LeadView['intent'];
}
