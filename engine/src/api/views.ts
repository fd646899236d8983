/**
 * What pages read: the rows and objects that the API answers. Times are ISO 8601 in UTC on the workspace's clock
 * unless a name says `Real`. Sentences are codes with values; the page translates them.
 */
import type { Diagnostic, JourneyDocument, JsonObject, LocalText, Sentence } from '@tendril/journey/model';

export type Role = 'marketer' | 'sdr' | 'manager' | 'admin';

export interface SessionView {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
    readonly theme: string | null;
  };
  readonly role: Role;
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'production' | 'demo';
    readonly timeZone: string;
    readonly locale: string;
    readonly clock: ClockView;
  };
  /** Where the demo's other doors are: mailbox and WeCom phone; null in production. */
  readonly demoLinks: { readonly mailbox: string; readonly phone: string } | null;
}

/** now = virtual + (real now − real) × factor; all in ms since 1970. */
export interface ClockView {
  readonly factor: number;
  readonly real: number;
  readonly virtual: number;
}

export interface JourneyRow {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'live' | 'paused' | 'archived';
  readonly liveVersion: number | null;
  readonly hasUnpublishedChanges: boolean;
  readonly inNow: number;
  readonly entered: number;
  readonly finished: number;
  readonly updatedAtReal: string;
}

/** A journey that stands still. */
export interface PauseView {
  readonly since: string;
  /** Leads whose next step the pause holds back: so many go on at once when it ends. */
  readonly held: number;
}

export interface JourneyView {
  readonly id: string;
  readonly name: string;
  readonly status: JourneyRow['status'];
  readonly liveVersion: number | null;
  readonly draft: JourneyDocument;
  readonly draftRevision: number;
  readonly hasUnpublishedChanges: boolean;
  /** Null while the journey is not paused. */
  readonly pause: PauseView | null;
}

export interface VersionRow {
  readonly number: number;
  readonly note: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  /** Who agreed to it, if somebody had to. */
  readonly approvedBy: string | null;
  readonly programHash: string;
}

/** Live counts of one node over all versions. */
export interface NodeCount {
  readonly nodeId: string;
  readonly entered: number;
  readonly here: number;
  readonly failed: number;
  /** Leads that left by each port. */
  readonly left: { readonly [port: string]: number };
}

export interface PublishResult {
  readonly ok: boolean;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Leads that already match an entry and were let in because the marketer said so. */
  readonly enrolled: number;
  /** What the drawing is now; null if it was not accepted. */
  readonly became: 'live' | 'on-trial' | 'scheduled' | 'requested' | null;
}

/** A move of leads to another version. */
export interface MoveJobView {
  readonly version: number;
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly total: number;
  /** Leads looked at; those who had gone on or may not move count too. */
  readonly done: number;
  readonly moved: number;
  /** Go over when they leave their step. */
  readonly later: number;
  /** Left the journey. */
  readonly left: number;
}

export interface LeadRow {
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly source: string | null;
  readonly stage: string;
  readonly pool: string;
  readonly owner: string | null;
  readonly score: number;
  readonly grade: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

export interface ScoreView {
  readonly total: number;
  readonly grade: string | null;
  readonly intent: 'none' | 'low' | 'high';
  readonly dimensions: readonly {
    readonly dimension: 'fit' | 'interest' | 'behaviour' | 'stage';
    readonly points: number;
    readonly max: number;
    /** Strongest contributions first. */
    readonly parts: readonly {
      readonly ruleKey: string | null;
      readonly name: LocalText;
      readonly points: number;
      readonly hits: number;
      readonly lastAt: string;
    }[];
  }[];
}

/** One line of a lead's timeline, newest first: events, messages, decisions and hand-offs together. */
export interface TimelineRow {
  readonly id: string;
  readonly at: string;
  readonly kind: 'event' | 'message' | 'trail' | 'handoff' | 'score';
  /** Event name, channel, node kind, … for the icon. */
  readonly icon: string;
  readonly sentence: Sentence;
  readonly journey?: { readonly id: string; readonly name: string; readonly version: number; readonly nodeId: string; readonly nodeName: string };
  readonly detail?: JsonObject;
}

export interface LeadDetail extends LeadRow {
  readonly attributes: JsonObject;
  readonly companyDetail: { readonly name: string; readonly industry: string | null; readonly size: string | null } | null;
  readonly city: string | null;
  /** Every handle by which the lead is recognised: email, phone, user, anonymous, wecom. */
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly tags: readonly { readonly tag: string; readonly weight: number }[];
  readonly consents: readonly {
    readonly channel: string;
    readonly topic: string;
    readonly status: string;
    readonly at: string;
    readonly source: string;
  }[];
  readonly scoreView: ScoreView;
  readonly runs: readonly RunRow[];
  readonly messages: readonly MessageRow[];
}

export interface RunRow {
  readonly id: string;
  readonly journeyId: string;
  readonly journeyName: string;
  readonly version: number;
  readonly leadId: string;
  readonly leadName: string | null;
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  readonly nodeId: string | null;
  readonly nodeName: string | null;
  readonly outcome: string | null;
  readonly wakeAt: string | null;
  /** Since when a pause or a stopped channel keeps the lead's next step. */
  readonly heldSince: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface TrailRow {
  readonly id: string;
  readonly at: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeKind: string;
  readonly kind: 'entered' | 'passed' | 'waiting' | 'performing' | 'failed' | 'ended';
  readonly port: string | null;
  readonly because: Sentence;
}

export interface MessageRow {
  readonly id: string;
  readonly leadId: string;
  readonly leadName: string | null;
  readonly journeyId: string;
  readonly journeyName: string | null;
  readonly channel: string;
  readonly templateKey: string;
  readonly address: string;
  readonly subject: string;
  readonly status: 'planned' | 'held' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped';
  readonly reason: Sentence | null;
  readonly plannedAt: string;
  readonly settledAt: string | null;
}

export interface TemplateRow {
  readonly key: string;
  readonly channel: 'email' | 'wecom';
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly variables: readonly string[];
  readonly updatedAt: string;
}

export interface ImportPreview {
  readonly jobId: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly { readonly name: string; readonly field: string | null; readonly samples: readonly string[] }[];
  /** Lead fields a column can be mapped to. */
  readonly fields: readonly { readonly key: string; readonly label: LocalText }[];
  readonly total: number;
  readonly rows: readonly (readonly string[])[];
}

export interface ImportJobView {
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly status: 'uploaded' | 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly total: number;
  readonly done: number;
  readonly imported: number;
  readonly merged: number;
  readonly refused: number;
  readonly error: string | null;
  readonly createdAtReal: string;
  readonly finishedAtReal: string | null;
}

export interface ImportRowView {
  readonly line: number;
  readonly raw: { readonly [column: string]: string };
  readonly outcome: 'imported' | 'merged' | 'refused';
  readonly remarks: readonly Sentence[];
  readonly leadId: string | null;
}

export interface HandoffRow {
  readonly id: string;
  readonly leadId: string;
  readonly leadName: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly status: 'open' | 'accepted' | 'closed' | 'expired' | 'cancelled';
  readonly score: number;
  readonly grade: string | null;
  readonly why: readonly Sentence[];
  /** Name of the person who accepted. */
  readonly assignee: string | null;
  /** True if that person is the caller. */
  readonly mine: boolean;
  readonly createdAt: string;
  readonly acceptBy: string | null;
  readonly respondBy: string | null;
  readonly disposition: string | null;
}

export interface HandoffDetail extends HandoffRow {
  readonly lead: LeadDetail;
  readonly scoreAtHandoff: ScoreView;
  readonly journeyId: string;
  readonly journeyName: string;
  readonly version: number;
  readonly nodeName: string;
  readonly bant: { readonly budget: string; readonly authority: string; readonly need: string; readonly time: string };
  readonly note: string;
  readonly acceptedAt: string | null;
  readonly closedAt: string | null;
}

export interface DispositionRow {
  readonly key: string;
  readonly name: LocalText;
  readonly consequence: LocalText;
  readonly group: string;
  readonly order: number;
}

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly wecomUserId: string | null;
}

export interface IntakeKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly createdAtReal: string;
  readonly revokedAtReal: string | null;
}

/** How a channel is set up. Secrets are never part of it. */
export interface ChannelRow {
  readonly channel: 'email' | 'wecom' | 'sms';
  readonly configured: boolean;
  /** Host and port that messages go to, such as `smtp.example.com:587`; null while not configured. */
  readonly target: string | null;
  /** From header of mails, agent id of WeCom. */
  readonly sender: string | null;
  /** What was entered, by field, for changing it; empty while not configured. */
  readonly values: { readonly [field: string]: string };
  readonly updatedAtReal: string | null;
}

export interface ScoreRuleRow {
  readonly key: string;
  readonly name: LocalText;
  readonly dimension: 'fit' | 'interest' | 'behaviour' | 'stage';
  readonly trigger: JsonObject;
  readonly points: number;
  readonly enabled: boolean;
}

/** Counts for the manager's first page; each formula is named beside its number. `30d` means the last 30 days of workspace time. */
export interface OverviewView {
  /** Leads that were not merged into others. */
  readonly leads: number;
  readonly newLeads30d: number;
  /** Leads handed to an SDR at least once. */
  readonly mqls30d: number;
  /** Hand-offs nobody has closed yet, accepted or not. */
  readonly handoffsOpen: number;
  readonly handoffsAccepted30d: number;
  readonly dispositions30d: { readonly [key: string]: number };
  readonly messages30d: { readonly [status: string]: number };
  readonly medianAcceptMinutes30d: number | null;
  readonly pools: { readonly [pool: string]: number };
  readonly stages: { readonly [stage: string]: number };
}
