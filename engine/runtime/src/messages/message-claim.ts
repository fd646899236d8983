import type { JsonObject, LeadView, Sentence } from '@tendril/journey/model';

/** A message that may be sent now, with all that is needed to render it. */
export interface ClaimedMessage {
  readonly id: string;
  readonly workspaceId: string;
  readonly leadId: string;
  readonly journeyId: string;
  readonly channel: string;
  /** Null for service messages, which need no consent. */
  readonly topic: string | null;
  readonly templateKey: string;
  /** Email address, phone number or WeCom external_userid; empty on channels that do not write to the lead. */
  readonly address: string;
  /** WeCom userid of the colleague who sends; null on other channels. */
  readonly sender: string | null;
  /** Config of the step that planned it. */
  readonly config: JsonObject;
  /** Empty texts where the config holds all there is. */
  readonly template: { readonly key: string; readonly name: string; readonly subject: string; readonly body: string };
  readonly lead: LeadView;
  readonly workspace: { readonly id: string; readonly name: string; readonly kind: string; readonly timeZone: string; readonly locale: string };
}

/** What a sender gets to know when it asks for the message of a step. */
export type MessageClaim =
  /** Send it, then settle it. */
  | { readonly state: 'claimed'; readonly message: ClaimedMessage }
  /** The provider has it since an earlier attempt and will report later (WeCom). */
  | { readonly state: 'handed-over'; readonly messageId: string; readonly providerId: string }
  /** Others go to the same destination before it; ask again in `waitMs` (real ms). The row stays planned. */
  | { readonly state: 'not-yet'; readonly waitMs: number; readonly destination: string }
  /** Not now: its journey is paused, or its channel stopped. The row stays planned. */
  | { readonly state: 'held' }
  /** Not now: the rules keep it back since it was planned. Its step must decide anew; the row stays planned until then. */
  | { readonly state: 'deferred' }
  /** Nothing to send: it was skipped for the reason given, or settled by an earlier attempt, or its fate is unknown. */
  | {
      readonly state: 'settled';
      readonly messageId: string;
      readonly status: 'sent' | 'failed' | 'unknown' | 'skipped';
      readonly reason: Sentence | null;
    };

/** What became of a claimed message. */
export interface Settlement {
  readonly messageId: string;
  /**
   * `handed-over`: the provider has it (`providerId`) and reports later; the row stays `sending`. `not-sent`: it certainly
   * did not leave, so the row is `planned` again and a later attempt may claim it.
   */
  readonly status: 'handed-over' | 'not-sent' | 'sent' | 'failed' | 'unknown' | 'skipped';
  readonly reason?: Sentence;
  readonly providerId?: string;
  /** The subject as rendered, for lists. */
  readonly subject?: string;
}
