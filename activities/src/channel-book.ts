/** What came of handing a mail to the SMTP server. */
export type MailOutcome =
  /** The server took responsibility; `serverId` is what it calls the mail, if it said so. */
  | { readonly is: 'sent'; readonly serverId: string | null }
  /** It certainly did not leave. `again`: it may later, after `pauseMs` if the server asked for a pause. */
  | { readonly is: 'not-sent'; readonly again: boolean; readonly pauseMs: number | null; readonly text: string }
  /** The server refused it for good: the address does not exist, its policy forbids it, or it dislikes the content. */
  | { readonly is: 'refused'; readonly why: 'address' | 'policy' | 'content'; readonly text: string }
  /** The line broke after the mail was handed over and before the server answered. */
  | { readonly is: 'unknown'; readonly text: string };

/** One mail to one person, rendered. */
export interface OutgoingMail {
  /** Becomes the Message-ID, the same in every attempt. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly unsubscribeUrl: string;
}

/** A workspace's way to send mail. */
export interface MailChannel {
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

/** What came of creating a WeCom mass-message task. */
export type MassMessageOutcome =
  /** The colleague has been asked; `unreachable` are customers WeCom will not send to. */
  | { readonly is: 'created'; readonly msgid: string; readonly unreachable: readonly string[] }
  | { readonly is: 'not-sent'; readonly again: boolean; readonly pauseMs: number | null; readonly text: string }
  | { readonly is: 'unreachable'; readonly text: string }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'unknown'; readonly text: string };

/** What came of telling colleagues something. */
export type StaffNoteOutcome =
  | { readonly is: 'sent' }
  | { readonly is: 'not-sent'; readonly pauseMs: number | null; readonly text: string }
  | { readonly is: 'refused'; readonly text: string };

/** A workspace's way to send WeCom messages through its staff. */
export interface WecomChannel {
  createMassMessage(order: { sender: string; customers: readonly string[]; text: string }): Promise<MassMessageOutcome>;
  /** Tells colleagues something; the same note within four hours reaches nobody twice, unless it `mayRepeat`. */
  tellStaff(note: { people: readonly string[]; text: string; mayRepeat?: boolean }): Promise<StaffNoteOutcome>;
  /** True once the colleague has confirmed the task on the phone. */
  hasConfirmed(task: { msgid: string; sender: string }): Promise<boolean>;
  /** What became of one customer's copy of a confirmed task. */
  deliveryTo(task: { msgid: string; sender: string; customer: string }): Promise<'waiting' | 'sent' | 'not-friend' | 'capped'>;
}

/** Where a workspace's text messages go. */
export interface SmsGateway {
  readonly url: string;
  readonly secret: string;
}

/** The channels of every workspace; null where a workspace has not set one up. */
export interface Channels {
  email(workspaceId: string): Promise<MailChannel | null>;
  wecom(workspaceId: string): Promise<WecomChannel | null>;
  sms(workspaceId: string): Promise<SmsGateway | null>;
  /** Closes connections that are kept open. */
  close(): Promise<void>;
}
