import type { JsonObject } from '@tendril/journey/model';

/** Where a message goes and how often one may go there, over all journeys and workers of a workspace. */
export interface Destination {
  /** `mail:<domain>` or `web:<host>`. */
  readonly name: string;
  readonly perSecond: number;
}

/** Mails per second to one domain: half of what the queue sends in all, so that no one receiver takes its whole pace. */
const MAILS_PER_SECOND = 25;
/** Calls per second to one host; other people's systems are small. */
const CALLS_PER_SECOND = 10;

/** Who has to bear a message; null where the provider keeps its own count (WeCom) or there is one gateway for all (SMS). */
export function destinationOf({ channel, address }: { readonly channel: string; readonly address: string }, config: JsonObject): Destination | null {
  if (channel === 'email') {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    return domain === '' ? null : { name: `mail:${domain}`, perSecond: MAILS_PER_SECOND };
  }
  if (channel !== 'webhook') return null;
  const { url } = config;
  return typeof url === 'string' && URL.canParse(url) ? { name: `web:${new URL(url).host}`, perSecond: CALLS_PER_SECOND } : null;
}
