import type { JsonObject } from '@tendril/journey/model';

/** Events that people cause, but that are not theirs, or that a machine may cause in their name. */
const NOT_THEIR_OWN: readonly string[] = ['Email Opened', 'Email Bounced', 'WeCom Message Delivered', 'WeCom Message Not Delivered', 'Unsubscribed'];

/**
 * Whether an event shows that the lead is still there: something they did themselves. Ends a silence. A click counts only
 * if a person made it; opens never count, for mail scanners open everything.
 */
export function isInteraction(event: { readonly type: string; readonly name: string; readonly properties: JsonObject }): boolean {
  if (event.type === 'identify' || event.type === 'sdr' || event.type === 'journey' || NOT_THEIR_OWN.includes(event.name)) return false;
  return event.name !== 'Email Clicked' || event.properties['human'] === true;
}
