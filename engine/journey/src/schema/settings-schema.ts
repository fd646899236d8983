import { z } from 'zod';
import type { Condition, EventPattern } from '../model/index.ts';
import { isTimeZone, parseDuration, parseTimeOfDay } from '../time/index.ts';
import { conditionSchema, eventPatternSchema } from './condition-schema.ts';

const durationSchema = z.string().refine((text) => (parseDuration(text) ?? 0) > 0, 'document.duration');

const timeOfDaySchema = z.string().refine((text) => parseTimeOfDay(text) !== null, 'document.time-of-day');

/** Something that may happen to a lead at any moment of a journey: an event, or a condition that comes true. */
const triggerSchema: z.ZodType<{ readonly event: EventPattern } | { readonly condition: Condition }> = z.union([
  z.strictObject({ event: eventPatternSchema }),
  z.strictObject({ condition: conditionSchema }),
]);

/** When a lead that has been here may come in again. A `key` is a property of the entry event: one run per value. */
const reentrySchema = z.union([
  z.enum(['once', 'after-exit']),
  z.strictObject({ after: durationSchema }),
  z.strictObject({ key: z.string().min(1) }),
]);

/** Rules of a whole journey. Every field has a default, so that a document says all that it means. */
export const settingsSchema = z.strictObject({
  /** What the journey is for. Reaching it takes the lead out at once. */
  goal: z.strictObject({ name: z.string(), when: triggerSchema }).nullable().default(null),
  /** Other reasons to leave at once, each with the outcome it is counted under. */
  exits: z.array(z.strictObject({ when: triggerSchema, outcome: z.string().min(1) })).default([]),
  /** No message goes out between these times of day, in the lead's zone. */
  quietHours: z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable().default(null),
  /** At most so many messages on a channel within any such length of time. */
  caps: z
    .array(z.strictObject({ channel: z.enum(['any', 'email', 'wecom', 'sms']), count: z.number().int().positive(), per: durationSchema }))
    .default([]),
  /** Share of leads, in percent, that come in and get nothing, to compare with. */
  holdoutPercent: z.number().min(0).max(100).default(0),
  /** Which of a lead's journeys may write first when caps allow only one; higher goes first. */
  priority: z.number().int().min(0).max(100).default(50),
  /** IANA zone for leads without one of their own; null uses the workspace's. */
  timeZone: z.string().refine(isTimeZone, 'document.time-zone').nullable().default(null),
  reentry: reentrySchema.default('once'),
  /** Who may be in this journey; checked when a lead comes in. Null lets everybody in. */
  audience: conditionSchema.nullable().default(null),
});

/** Settings of a journey with all defaults filled in. */
export type JourneySettings = z.output<typeof settingsSchema>;
