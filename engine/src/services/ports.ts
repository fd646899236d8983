/**
 * The use cases that the API's doors call. Each gets the caller (workspace, user, role already checked by the
 * procedure) first and one object of arguments second. Bodies live beside this file, one folder per noun.
 * Mistakes of people are thrown as `UserError` (code + params), which the API answers as a sentence.
 */

import type { Condition, JourneyDocument, JsonObject, SendingRules, Sentence } from '@tendril/journey/model';
import type { AlertView } from '../api/alert-views.ts';
import type { ExplainView } from '../api/explain-views.ts';
import type { SendingRulesView } from '../api/sending-views.ts';
import type {
  ChannelRow,
  DispositionRow,
  HandoffDetail,
  HandoffRow,
  ImportJobView,
  ImportPreview,
  ImportRowView,
  IntakeKeyRow,
  JourneyRow,
  JourneyView,
  LeadDetail,
  LeadRow,
  MemberRow,
  MessageRow,
  MoveJobView,
  NodeCount,
  OverviewView,
  PublishResult,
  Role,
  RunRow,
  ScoreRuleRow,
  SessionView,
  TemplateRow,
  TimelineRow,
  TrailRow,
  VersionRow,
} from '../api/views.ts';
import type { BulkService } from './bulk/bulk-service.ts';
import type { CommentService } from './comments/create-comment-service.ts';
import type { Period } from './journeys/flow-window.ts';
import type { PublishInput } from './journeys/publish-journey.ts';
import type { RunsInput } from './journeys/read-runs.ts';
import type { RollBackInput } from './journeys/roll-back.ts';
import type { OperationService } from './operations/operation-service.ts';
import type { PublishingService } from './publishing/publishing-service.ts';
import type { SeatService } from './seats/create-seat-service.ts';
import type { SegmentService } from './segments/segment-service.ts';
import type { TryOutService } from './try-out/try-out-port.ts';

export interface Caller {
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: Role;
}

/** A page of a list; `next` is the cursor of the following page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}

export interface SessionService {
  me(caller: Caller): Promise<SessionView>;
  setPreferences(
    caller: Caller,
    input: { locale?: 'zh-CN' | 'en' | null | undefined; theme?: 'light' | 'dark' | 'auto' | null | undefined },
  ): Promise<void>;
}

export interface JourneyService {
  list(caller: Caller): Promise<readonly JourneyRow[]>;
  get(caller: Caller, input: { id: string }): Promise<JourneyView>;
  create(caller: Caller, input: { name: string; document?: JourneyDocument | undefined }): Promise<{ id: string }>;
  /** Refuses with `journey.conflict` if `basedOn` is not the current revision, with `journey.pen-lost` if another tab holds the pen. */
  saveDraft(
    caller: Caller,
    input: { id: string; basedOn: number; document: JourneyDocument; tab?: string | undefined },
  ): Promise<{ revision: number }>;
  rename(caller: Caller, input: { id: string; name: string }): Promise<void>;
  duplicate(caller: Caller, input: { id: string }): Promise<{ id: string }>;
  archive(caller: Caller, input: { id: string }): Promise<void>;
  /** At once, at a time, when a second person agrees, or for a share of the leads first. */
  publish(caller: Caller, input: PublishInput): Promise<PublishResult>;
  /** The newest move of leads to another version. */
  move(caller: Caller, input: { id: string }): Promise<MoveJobView | null>;
  cancelMove(caller: Caller, input: { id: string }): Promise<void>;
  /** Makes an older version live again; refuses with `journey.live-moved` if `replaces` is not the live version any more. */
  rollBack(caller: Caller, input: RollBackInput): Promise<PublishResult>;
  /** Leads already in the workspace that would come in at publish, and how many of them never were in this journey. */
  countMatching(caller: Caller, input: { id: string }): Promise<{ matching: number }>;
  /** How many leads of the workspace match a condition now; not exact where a part is only known inside a journey. */
  countLeads(caller: Caller, input: { condition: Condition }): Promise<{ matching: number; exact: boolean }>;
  versions(caller: Caller, input: { id: string }): Promise<readonly VersionRow[]>;
  version(caller: Caller, input: { id: string; number: number }): Promise<JourneyDocument>;
  counts(
    caller: Caller,
    /** Without a period, over all time and versions. */
    input: { id: string; period?: Period | undefined },
  ): Promise<{ nodes: readonly NodeCount[]; inNow: number; entered: number; ended: number; waiting: number }>;
  runs(caller: Caller, input: RunsInput): Promise<Page<RunRow>>;
  trail(caller: Caller, input: { runId: string }): Promise<{ run: RunRow; rows: readonly TrailRow[] }>;
  enrol(caller: Caller, input: { id: string; leadIds: readonly string[] }): Promise<{ enrolled: number; refused: number }>;
  /** Stops a live journey without losing anybody; refuses with `journey.cannot-pause`. */
  pause(caller: Caller, input: { id: string }): Promise<void>;
  /** Lets a paused journey go on; refuses with `journey.not-paused`. */
  resume(
    caller: Caller,
    input: { id: string; late: 'send' | 'skip' | 'shift'; skipAfterHours: number; spreadMinutes: number },
  ): Promise<{ leads: number }>;
  /** Takes leads out of the journey, with a trail entry each. */
  removeLeads(caller: Caller, input: { id: string; runIds: readonly string[] }): Promise<{ removed: number }>;
  /** Names that exist in the workspace, for pickers and reference checks (shape: WorkspaceNames of @tendril/journey/nodes). */
  names(caller: Caller): Promise<{
    templates: readonly { key: string; channel: string; name: string; variables: readonly string[] }[];
    fields: readonly string[];
    people: readonly string[];
    /** The same people by name; `id` is what a drawing holds. */
    members: readonly { id: string; name: string }[];
    tags: readonly string[];
    segments: readonly string[];
    pools: readonly string[];
    topics: readonly string[];
    events: readonly string[];
  }>;
}

export interface LeadService {
  list(
    caller: Caller,
    input: {
      search?: string | undefined;
      pool?: string | undefined;
      stage?: string | undefined;
      grade?: string | undefined;
      sort: 'score' | 'created' | 'seen' | 'name';
      cursor?: string | undefined;
      limit: number;
    },
  ): Promise<Page<LeadRow>>;
  get(caller: Caller, input: { id: string }): Promise<LeadDetail>;
  timeline(caller: Caller, input: { id: string; cursor?: string | undefined; limit: number }): Promise<Page<TimelineRow>>;
  create(
    caller: Caller,
    input: {
      name?: string | undefined;
      email?: string | undefined;
      phone?: string | undefined;
      company?: string | undefined;
      title?: string | undefined;
      source?: string | undefined;
      consentEmail: boolean;
    },
  ): Promise<{ id: string; merged: boolean }>;
  update(caller: Caller, input: { id: string; patch: JsonObject }): Promise<void>;
}

export interface ImportService {
  /** Called by the upload route with the file's bytes. */
  upload(caller: Caller, input: { fileName: string; bytes: Uint8Array }): Promise<ImportPreview>;
  preview(caller: Caller, input: { jobId: string; encoding?: string | undefined }): Promise<ImportPreview>;
  start(
    caller: Caller,
    input: { jobId: string; mapping: Readonly<Record<string, string | null>>; consent: { channel: 'email'; topic: string } | null },
  ): Promise<void>;
  cancel(caller: Caller, input: { jobId: string }): Promise<void>;
  list(caller: Caller): Promise<readonly ImportJobView[]>;
  get(caller: Caller, input: { jobId: string }): Promise<ImportJobView>;
  rows(
    caller: Caller,
    input: {
      jobId: string;
      outcome?: 'imported' | 'merged' | 'refused' | undefined;
      withRemarks?: boolean | undefined;
      cursor?: string | undefined;
      limit: number;
    },
  ): Promise<Page<ImportRowView>>;
}

export interface DeskService {
  inbox(
    caller: Caller,
    input: { tab: 'open' | 'mine' | 'overdue' | 'closed' },
  ): Promise<{ rows: readonly HandoffRow[]; counts: { open: number; mine: number; overdue: number; closed: number } }>;
  get(caller: Caller, input: { id: string }): Promise<HandoffDetail>;
  /** Compare and set: refuses with `handoff.taken` if somebody else was faster. */
  accept(caller: Caller, input: { id: string }): Promise<void>;
  saveNotes(
    caller: Caller,
    input: { id: string; note: string; bant: { budget: string; authority: string; need: string; time: string } },
  ): Promise<void>;
  dispose(caller: Caller, input: { id: string; disposition: string; note: string }): Promise<void>;
  dispositions(caller: Caller): Promise<readonly DispositionRow[]>;
}

export interface MessageService {
  list(
    caller: Caller,
    input: {
      status?: string | undefined;
      channel?: string | undefined;
      journeyId?: string | undefined;
      cursor?: string | undefined;
      limit: number;
    },
  ): Promise<Page<MessageRow>>;
  templates(caller: Caller): Promise<readonly TemplateRow[]>;
  saveTemplate(caller: Caller, input: { key: string; channel: 'email' | 'wecom'; name: string; subject: string; body: string }): Promise<void>;
  /** Rendered for a lead (or a made-up one), never sent. */
  previewTemplate(
    caller: Caller,
    input: { channel: 'email' | 'wecom'; subject: string; body: string; leadId?: string | undefined },
  ): Promise<{ subject: string; html: string | null; text: string; problems: readonly Sentence[] }>;
}

/** What an admin enters to set a channel up. An empty secret keeps the one that is stored. */
export type ChannelInput =
  | {
      readonly channel: 'email';
      readonly host: string;
      readonly port: number;
      /** `tls`: encrypted from the first byte; `starttls`: encrypted as soon as the server offers it. */
      readonly security: 'tls' | 'starttls';
      /** Empty for a server that asks for no log-in. */
      readonly user: string;
      readonly password: string;
      /** A full From header. */
      readonly from: string;
    }
  | {
      readonly channel: 'wecom';
      readonly baseUrl: string;
      readonly corpId: string;
      readonly agentId: number;
      readonly secret: string;
      readonly callbackToken: string;
      readonly callbackAesKey: string;
    }
  | { readonly channel: 'sms'; readonly url: string; readonly secret: string };

export interface SettingsService {
  members(caller: Caller): Promise<readonly MemberRow[]>;
  setRole(caller: Caller, input: { userId: string; role: Role }): Promise<void>;
  addMember(
    caller: Caller,
    input: { name: string; email: string; password: string; role: Role; wecomUserId?: string | undefined },
  ): Promise<{ userId: string }>;
  intakeKeys(caller: Caller): Promise<readonly IntakeKeyRow[]>;
  /** The key itself is answered once and never again. */
  createIntakeKey(caller: Caller, input: { name: string }): Promise<{ key: string }>;
  revokeIntakeKey(caller: Caller, input: { id: string }): Promise<void>;
  channels(caller: Caller): Promise<readonly ChannelRow[]>;
  /** Refuses with `channel.secret-missing` if a secret is neither given nor stored. */
  saveChannel(caller: Caller, input: ChannelInput): Promise<void>;
  scoreRules(caller: Caller): Promise<readonly ScoreRuleRow[]>;
  saveScoreRule(caller: Caller, input: { key: string; points: number; enabled: boolean }): Promise<void>;
  /** Refuses with `clock.production` in a production workspace. */
  setClockFactor(caller: Caller, input: { factor: number }): Promise<void>;
  overview(caller: Caller): Promise<OverviewView>;
}

export interface AlertService {
  /** Channels and journeys that a circuit breaker has stopped, the newest first. */
  list(caller: Caller): Promise<readonly AlertView[]>;
  /** Has a stopped channel tried now; refuses with `channel.not-stopped`. */
  tryChannel(caller: Caller, input: { channel: string }): Promise<void>;
}

export interface SendingService {
  rules(caller: Caller): Promise<SendingRulesView>;
  /** Puts rules in force; answers how many messages that were held back look again. */
  saveRules(caller: Caller, input: { rules: SendingRules }): Promise<{ looked: number }>;
}

export interface ExplainService {
  /** Why a lead is where it is in a journey, or why it never came in. */
  lead(caller: Caller, input: { journeyId: string; leadId: string }): Promise<ExplainView>;
}

export interface Services {
  readonly bulk: BulkService;
  readonly segments: SegmentService;
  readonly explain: ExplainService;
  readonly alerts: AlertService;
  readonly session: SessionService;
  readonly journeys: JourneyService;
  readonly operations: OperationService;
  readonly publishing: PublishingService;
  readonly leads: LeadService;
  readonly imports: ImportService;
  readonly desk: DeskService;
  readonly messages: MessageService;
  readonly settings: SettingsService;
  readonly sending: SendingService;
  readonly tryOut: TryOutService;
  readonly seats: SeatService;
  readonly comments: CommentService;
}
