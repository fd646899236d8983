import { z } from 'zod';
import type { SendingRules } from '../model/index.ts';
import { parseDuration, parseTimeOfDay } from '../time/index.ts';

const durationSchema = z.string().refine((text) => (parseDuration(text) ?? 0) > 0, 'document.duration');
const timeOfDaySchema = z.string().refine((text) => parseTimeOfDay(text) !== null, 'document.time-of-day');

const capSchema = z.strictObject({
  channel: z.enum(['any', 'email', 'wecom', 'sms']),
  count: z.int().min(1).max(10_000),
  per: durationSchema,
});

/** Most caps of one kind; more is a mistake. */
const MOST_CAPS = 20;

/** What a workspace allows all its journeys together. With nothing said every rule is off. */
export const sendingRulesSchema: z.ZodType<SendingRules> = z.strictObject({
  leadCaps: z.array(capSchema).max(MOST_CAPS).default([]),
  companyCaps: z.array(capSchema).max(MOST_CAPS).default([]),
  minimumGap: durationSchema.nullable().default(null),
  quietHours: z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable().default(null),
  silence: z.enum(['off', 'open', 'accepted']).default('off'),
  giveUpAfter: durationSchema.nullable().default(null),
});

/** No rules at all. */
export const NO_SENDING_RULES: SendingRules = sendingRulesSchema.parse({});

/**
 * Rules to begin with. No source we know gives figures for B2B nurture; these are careful ones: two marketing messages a
 * week, a day apart, nothing at night, silence while an SDR talks to the lead.
 */
export const USUAL_SENDING_RULES: SendingRules = {
  leadCaps: [{ channel: 'any', count: 2, per: '7d' }],
  companyCaps: [{ channel: 'any', count: 20, per: '1d' }],
  minimumGap: '1d',
  quietHours: { from: '21:00', to: '08:00' },
  silence: 'open',
  giveUpAfter: '14d',
};

/** Reads rules as they are stored; what cannot be read is no rule, so that a newer release's rules stop nobody. */
export function readSendingRules(stored: unknown): SendingRules {
  const read = sendingRulesSchema.safeParse(stored ?? {});
  return read.success ? read.data : NO_SENDING_RULES;
}
