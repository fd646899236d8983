import { readToken, signToken } from './signed-token.ts';
import { type TokenKeys, tokenKeys } from './token-keys.ts';

/** What the address of a tracking link says once its seal is checked. */
export type TrackingToken =
  /** A link of a message was followed; `url` is where the reader wants to go. */
  | { readonly is: 'click'; readonly messageId: string; readonly url: string }
  /** The picture of a message was loaded: by a person or by a machine, nobody can tell. */
  | { readonly is: 'open'; readonly messageId: string }
  /** A reader wants no more of this channel and topic. */
  | { readonly is: 'unsubscribe'; readonly messageId: string; readonly leadId: string; readonly channel: string; readonly topic: string };

/** Writes and reads the addresses that are put into messages. */
export interface TrackingLinks {
  /** `…/c/TOKEN`: redirects to `url`, which stands inside the seal, so this can never redirect anywhere else. */
  click(messageId: string, url: string): string;
  /** `…/o/TOKEN`: a 1×1 picture. */
  open(messageId: string): string;
  /** `…/u/TOKEN`: POST unsubscribes at once (RFC 8058), GET shows a page that asks. */
  unsubscribe(claim: { messageId: string; leadId: string; channel: string; topic: string }): string;
  /** Stands where an unsubscribe link would, in messages that are only looked at: it names nobody and changes nothing. */
  readonly nowhere: string;
  /** What a token says, or null if it is not ours or was changed. */
  read(token: string): TrackingToken | null;
}

/** Tracking links under one public base URL. Throws if the keys or the base URL are unusable. */
export function createTrackingLinks(options: { baseUrl: string; keys: TokenKeys }): TrackingLinks {
  const keys = tokenKeys(options.keys);
  const base = new URL(options.baseUrl).href.replace(/\/+$/, '');
  const address = (path: string, parts: readonly string[]): string => `${base}/${path}/${signToken(keys, JSON.stringify(parts))}`;
  return {
    click: (messageId, url) => address('c', ['c', messageId, url]),
    open: (messageId) => address('o', ['o', messageId]),
    unsubscribe: ({ messageId, leadId, channel, topic }) => address('u', ['u', messageId, leadId, channel, topic]),
    nowhere: `${base}/u/preview`,
    read: (token) => {
      const payload = readToken(keys, token);
      return payload === null ? null : tokenFrom(payload);
    },
  };
}

function tokenFrom(payload: string): TrackingToken | null {
  const [is, messageId, third, channel, topic] = parts(payload);
  if (messageId === undefined) return null;
  if (is === 'o') return { is: 'open', messageId };
  if (third === undefined) return null;
  if (is === 'c') return isWebAddress(third) ? { is: 'click', messageId, url: third } : null;
  if (is === 'u' && channel !== undefined && topic !== undefined) return { is: 'unsubscribe', messageId, leadId: third, channel, topic };
  return null;
}

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

function parts(payload: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(payload);
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : [];
  } catch {
    // Signed with our key, but for something else than a link.
    return [];
  }
}
