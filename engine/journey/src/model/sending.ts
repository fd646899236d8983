import type { Instant } from './time.ts';

/** At most so many messages within any such length of time. `any` counts all channels together. */
export interface SendingCap {
  readonly channel: 'any' | 'email' | 'wecom' | 'sms';
  readonly count: number;
  /** A duration as documents keep them, such as `7d`. */
  readonly per: string;
}

/** What a workspace allows all its journeys together. Durations are written as in documents; null, empty and `off` switch a rule off. */
export interface SendingRules {
  /** Marketing messages to one lead. */
  readonly leadCaps: readonly SendingCap[];
  /** Marketing messages to all leads of one company together. */
  readonly companyCaps: readonly SendingCap[];
  /** Between a marketing message and any other message to the same lead. */
  readonly minimumGap: string | null;
  /** No message goes out between these times of day, in the lead's zone. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** No marketing message goes out while an SDR has the lead: from the hand-off on (`open`), or once it is accepted. */
  readonly silence: 'off' | 'open' | 'accepted';
  /** A message that would have to wait longer than this is not sent at all. */
  readonly giveUpAfter: string | null;
}

/** A journey as its rivals name it. */
export interface RivalJourney {
  readonly id: string;
  readonly name: string;
  /** 0 to 100; higher goes first. */
  readonly priority: number;
}

/** Another message that counts for the rules, of any journey. */
export interface RivalMessage {
  readonly id: string;
  /** True if it goes to the lead itself; false if to a colleague at the same company. */
  readonly toLead: boolean;
  readonly channel: string;
  /** False for service messages, which no cap counts. */
  readonly marketing: boolean;
  readonly journey: RivalJourney;
  /** `gone`: it left, or may have left. `pending`: it is planned, or held back until `at`. */
  readonly state: 'gone' | 'pending';
  /** When it left, or is expected to. */
  readonly at: Instant;
  /** When its journey first asked. */
  readonly askedAt: Instant;
}

/** What the rules are, and what has been and will be sent besides the message in question. */
export interface SendingView {
  readonly rules: SendingRules;
  /** The message's own row in the ledger, if it was held back before. */
  readonly own: { readonly id: string; readonly askedAt: Instant } | null;
  readonly rivals: readonly RivalMessage[];
  /** Name of the lead's company; null if it has none, and then no company's cap applies. */
  readonly company: string | null;
  /** While an SDR has the lead: since when, and by when it is over at the latest, if there is a limit. */
  readonly talk: { readonly since: Instant; readonly until: Instant | null } | null;
}
