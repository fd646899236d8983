import type { JsonObject } from '../model/index.ts';

/** Events by which a lead shows that it is there. */
export const ANY_INTERACTION: readonly JsonObject[] = [
  { event: 'Page Viewed' },
  { event: 'Email Clicked', where: [{ property: 'human', operator: 'is', value: true }] },
  { event: 'Content Opened' },
  { event: 'Content Downloaded' },
  { event: 'WeCom Replied' },
];

/** A look at the prices or the demo page, or a click by a person. */
export const BUYING_INTEREST: readonly JsonObject[] = [
  { event: 'Page Viewed', where: [{ property: 'path', operator: 'starts-with', value: '/pricing' }] },
  { event: 'Email Clicked', where: [{ property: 'human', operator: 'is', value: true }] },
  { event: 'Content Opened' },
];

const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((digit) => `${letter}${digit}`));

/** Any grade, or a high score, or a clear wish to buy: only the ungraded without interest stay. */
export const ASSIGNABLE_GATE: JsonObject = { outcomes: [{ id: 'high', combine: 'any', grades: GRADES, minScore: 80, minIntent: 'high' }] };

/** A high score or a clear wish to buy. */
export const READY_GATE: JsonObject = { outcomes: [{ id: 'high', combine: 'any', minScore: 80, minIntent: 'high' }] };

/** True for a lead that did any of these things within so many days. */
export function didWithin(days: number, names: readonly string[]): JsonObject {
  return { any: names.map((name) => ({ test: { of: 'events', name, measure: 'last' }, operator: 'within-days', value: days })) };
}

/** True for a lead that a colleague is already in business with. */
export const IS_KNOWN_CUSTOMER: JsonObject = { test: { of: 'stage' }, operator: 'in', value: ['opportunity', 'customer'] };

/** Nobody is written to at night, nor more than twice a week. */
export const GENTLE_SETTINGS: JsonObject = {
  quietHours: { from: '21:00', to: '09:00' },
  caps: [{ channel: 'email', count: 2, per: '7d' }],
  exits: [{ when: { event: { event: 'Unsubscribed' } }, outcome: 'unsubscribed' }],
};
