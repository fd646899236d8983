import type { MailOutcome } from '../channel-book.ts';

/** What nodemailer says of a failure. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

const MINUTE = 60_000;
/** Waiting helps against greylisting, busy servers and full mailboxes; these are the servers' usual patience. */
const DEFERRED_PAUSE = 5 * MINUTE;
/** Enhanced status codes (RFC 3463) that say that the address itself is wrong. */
const WRONG_ADDRESS = /\b5\.1\.(1|2|3|6|10)\b|user unknown|no such user|mailbox (not found|unavailable)/i;
/** Sender, reputation or authentication: the person must not be suppressed for it. */
const POLICY = /\b5\.7\.\d+\b|spam|policy|blocked|reputation|DT:SPM/i;
const CONTENT = /\b5\.(3\.4|6\.\d+)\b|too (big|large)|message size/i;

/**
 * Tells the fate of a mail that the server did not plainly accept. The enhanced status code beats the three-digit one.
 * @param handedOver the server had asked for the content (354), so silence afterwards is no proof that it lacks the mail
 */
export function classifySmtpError(error: unknown, handedOver: boolean): MailOutcome {
  const failure = asFailure(error);
  const { code, responseCode } = failure;
  const text = failure.response ?? failure.message;
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ECONFIG' || code === 'EOAUTH2' || responseCode === 530 || responseCode === 535)
    return { is: 'not-sent', again: false, pauseMs: null, text };
  if (responseCode === undefined) {
    if (handedOver) return { is: 'unknown', text };
    return { is: 'not-sent', again: true, pauseMs: MINUTE, text };
  }
  if (responseCode < 500) return { is: 'not-sent', again: true, pauseMs: hinted(text) ?? DEFERRED_PAUSE, text };
  if (WRONG_ADDRESS.test(text)) return { is: 'refused', why: 'address', text };
  if (CONTENT.test(text)) return { is: 'refused', why: 'content', text };
  if (POLICY.test(text)) return { is: 'refused', why: 'policy', text };
  // A plain 550, 551 or 553 to RCPT is about the recipient; anything else is the server's own judgement.
  return { is: 'refused', why: [550, 551, 553].includes(responseCode) && !handedOver ? 'address' : 'policy', text };
}

/** Some servers say how long to wait. */
function hinted(text: string): number | null {
  const [, amount, unit] = /(\d+)\s*(second|minute)/i.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return Number(amount) * (unit.toLowerCase() === 'minute' ? MINUTE : 1_000);
}

function asFailure(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, responseCode, response } = error as Error & { code?: unknown; responseCode?: unknown; response?: unknown };
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    ...(typeof response === 'string' ? { response } : {}),
  };
}
