import { matchesProperties } from '@tendril/journey/conditions';
import type { EventPattern, EventView, Instant, LeadView, Millis, PropertyTest } from '@tendril/journey/model';

/** Events by which a lead raises a hand. */
export const HAND_RAISES: readonly string[] = ['Demo Requested', 'Price Requested', 'Trial Started'];

/** Event of a page view, and the addresses of pages that only somebody with a purchase in mind reads. */
export const PAGE_VIEWED = 'Page Viewed';
const BUYING_PAGES: readonly (readonly PropertyTest[])[] = ['/pricing', '/price', '/demo'].map((path) => [
  { property: 'path', operator: 'starts-with', value: path },
]);

/** The events that intent is read from, as patterns: for those who look for them in the database. */
export const INTENT_PATTERNS: { readonly high: readonly EventPattern[]; readonly low: readonly EventPattern[] } = {
  high: HAND_RAISES.map((event) => ({ event })),
  low: BUYING_PAGES.map((where) => ({ event: PAGE_VIEWED, where })),
};

/** Names of all events that intent is read from. */
export const INTENT_EVENTS: readonly string[] = [...HAND_RAISES, PAGE_VIEWED];

/**
 * How clearly a lead wants to buy: `high` after a hand-raise within the window, `low` after a look at prices or the demo
 * page, else `none`. Unlike the score it does not add up: one request for a price is enough.
 */
export function intentOf(events: readonly EventView[], now: Instant, window: Millis): LeadView['intent'] {
  const recent = events.filter((event) => event.at <= now && now - event.at <= window);
  if (recent.some((event) => HAND_RAISES.includes(event.name))) return 'high';
  return recent.some((event) => event.name === PAGE_VIEWED && isBuyingPage(event)) ? 'low' : 'none';
}

function isBuyingPage(event: EventView): boolean {
  return BUYING_PAGES.some((where) => matchesProperties(where, event.properties));
}
