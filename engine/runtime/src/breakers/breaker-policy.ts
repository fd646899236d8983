import { MINUTE } from '@tendril/journey/model';
import type { Settlement } from '../messages/message-claim.ts';

/** Channels that a breaker watches. Webhooks go to many systems, of which one that is down says nothing about the others. */
export const WATCHED_CHANNELS = ['email', 'wecom', 'sms'] as const;
export type WatchedChannel = (typeof WATCHED_CHANNELS)[number];

/** Sends are looked at over so long, in real ms. */
export const WINDOW_MS = 10 * MINUTE;

/** From how many sends in the window on a rate says something, and at which share of faults sending stops. */
export const LIMITS = {
  channel: { sends: 10, share: 0.5 },
  journey: { sends: 20, share: 0.5 },
} as const;

/** First pause before one message tries a stopped channel again; it doubles with every try that fails. */
const FIRST_PROBE_MS = MINUTE;
const LONGEST_PROBE_MS = 30 * MINUTE;

/** What a send says about whoever sent it; null: nothing. */
type Verdict = 'fine' | 'fault' | null;

/** A server that refuses our mail as such: the one failure for good that is the channel's fault too. */
const SERVER_DISLIKES_US = 'email.policy';

/**
 * What the fate of a message says about its channel and about its journey. A server that cannot be reached or turns us away
 * is a matter of the channel; addresses that do not exist and messages that cannot be rendered are a matter of the journey.
 */
export function judgeSend({ status, reason }: Pick<Settlement, 'status' | 'reason'>): { readonly channel: Verdict; readonly journey: Verdict } {
  switch (status) {
    case 'sent':
      return { channel: 'fine', journey: 'fine' };
    case 'handed-over':
      return { channel: 'fine', journey: null };
    case 'not-sent':
    case 'unknown':
      return { channel: 'fault', journey: null };
    case 'failed':
      return { channel: reason?.code === SERVER_DISLIKES_US ? 'fault' : null, journey: 'fault' };
    case 'skipped':
      return { channel: null, journey: null };
  }
}

/** True if so many faults among so many sends stop a channel or a journey. */
export const trips = (kind: keyof typeof LIMITS, { tries, faults }: { readonly tries: number; readonly faults: number }): boolean =>
  tries >= LIMITS[kind].sends && faults >= tries * LIMITS[kind].share;

/** How long after the last one a further try may be made, in real ms. @param failed tries so far that failed */
export const probePause = (failed: number): number => Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(failed, 10));

/** A channel as breakers and tallies call it. */
export const channelScope = (channel: string): string => `channel:${channel}`;

/** A journey as breakers and tallies call it. */
export const journeyScope = (journeyId: string): string => `journey:${journeyId}`;

export const isWatched = (channel: string): channel is WatchedChannel => (WATCHED_CHANNELS as readonly string[]).includes(channel);
