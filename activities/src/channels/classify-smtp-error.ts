import type { MailOutcome } from '../channel-book.ts';

/** What nodemailer says of a failure. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  /** The command that was refused: `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH …`, `CONN`, or `API` for what never reached the wire. */
  readonly command?: string;
  readonly message: string;
}

type Fate = { readonly refused: 'address' | 'policy' | 'content' } | { readonly pauseMs: number };

const MINUTE = 60_000;
/** Certainly not sent, for a reason of the network. */
const NETWORK_PAUSE = MINUTE;
/** Waiting helps against greylisting and busy servers; this is their usual patience. */
const DEFERRED_PAUSE = 5 * MINUTE;
/** A mailbox that is full now is not empty in five minutes. */
const FULL_MAILBOX_PAUSE = 4 * 60 * MINUTE;

const CONFIG_CODES: ReadonlySet<string | undefined> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'EREQUIRETLS']);
/** Mails that cannot be put on the wire at all. */
const CONTENT_CODES: ReadonlySet<string | undefined> = new Set(['ESTREAM', 'EFILEACCESS', 'EURLACCESS', 'EMESSAGE', 'EMAXRECIPIENTS']);

/**
 * Tells the fate of a mail that the server did not plainly accept. The enhanced status code beats the three-digit one,
 * and both beat the server's words.
 * @param handedOver the server had asked for the content (354), so silence afterwards is no proof that it lacks the mail
 */
export function classifySmtpError(error: unknown, handedOver: boolean): MailOutcome {
  const failure = asFailure(error);
  const text = failure.response ?? failure.message;
  if (isConfig(failure)) return { is: 'not-sent', again: false, pauseMs: null, text };
  if (failure.responseCode === undefined) return unanswered(failure, handedOver);
  const fate = enhancedFate(text) ?? plainFate(failure.responseCode, failure.command, text);
  if ('refused' in fate && failure.responseCode >= 500) return { is: 'refused', why: fate.refused, text };
  const pauseMs = 'pauseMs' in fate ? fate.pauseMs : DEFERRED_PAUSE;
  return { is: 'not-sent', again: true, pauseMs: hinted(text) ?? pauseMs, text };
}

/** A wrong password is a matter of the settings; a server that cannot check passwords just now (454) is not. */
function isConfig({ code, responseCode }: SmtpFailure): boolean {
  if (responseCode === 530 || responseCode === 535) return true;
  return CONFIG_CODES.has(code) && (responseCode === undefined || responseCode >= 500);
}

function unanswered({ code, command, message: text }: SmtpFailure, handedOver: boolean): MailOutcome {
  if (command === 'API') return { is: 'refused', why: 'address', text };
  if (handedOver) return { is: 'unknown', text };
  if (CONTENT_CODES.has(code)) return { is: 'refused', why: 'content', text };
  return { is: 'not-sent', again: true, pauseMs: NETWORK_PAUSE, text };
}

/** Enhanced status codes (RFC 3463): subject.detail, whatever the class in front. */
function enhancedFate(text: string): Fate | null {
  const [, subject, detail] = /\b[45]\.(\d{1,3})\.(\d{1,3})\b/.exec(text) ?? [];
  if (subject === undefined || detail === undefined) return null;
  const status = `${subject}.${detail}`;
  if (['1.1', '1.2', '1.3', '1.6', '1.10', '2.1'].includes(status)) return { refused: 'address' };
  if (status === '2.2') return { pauseMs: FULL_MAILBOX_PAUSE };
  if (['2.3', '3.4'].includes(status) || subject === '6') return { refused: 'content' };
  if (['1', '7'].includes(subject)) return { refused: 'policy' };
  return null;
}

/** Without an enhanced code: what was refused, and what the server says of it. Only a refused recipient is about the person. */
function plainFate(responseCode: number, command: string | undefined, text: string): Fate {
  // Bad sequence of commands: the connection is confused, not the mail.
  if (responseCode === 503) return { pauseMs: DEFERRED_PAUSE };
  if (/mailbox.{0,12}full|over ?quota|quota exceeded/i.test(text)) return { pauseMs: FULL_MAILBOX_PAUSE };
  if (/spam|policy|blocked|blacklist|reputation|DT:SPM|HL:(?:REP|ICC|IFC|MEP)/i.test(text)) return { refused: 'policy' };
  if (responseCode === 552 || /too (?:big|large)|message size/i.test(text)) return { refused: 'content' };
  if (command !== 'RCPT TO') return { refused: 'policy' };
  const aboutAddress = [550, 551, 553].includes(responseCode) || /user unknown|no such user|mailbox (?:not found|unavailable)/i.test(text);
  return { refused: aboutAddress ? 'address' : 'policy' };
}

/** Some servers say how long to wait. */
function hinted(text: string): number | null {
  const [, amount, unit] = /(\d+)\s*(second|minute)/i.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return Number(amount) * (unit.toLowerCase() === 'minute' ? MINUTE : 1_000);
}

function asFailure(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, responseCode, response, command } = error as Error & Readonly<Record<string, unknown>>;
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    ...(typeof response === 'string' ? { response } : {}),
    ...(typeof command === 'string' ? { command } : {}),
  };
}
