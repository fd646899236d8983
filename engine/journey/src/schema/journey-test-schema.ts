import { z } from 'zod';
import type { JourneyScript, JourneyTest, ScriptedAnswer, ScriptedLead, ScriptItem } from '../model/index.ts';
import { isTimeZone, parseDuration, parseInstant } from '../time/index.ts';
import { jsonObjectSchema } from './json-schema.ts';

const name = z.string().min(1);

/** Unlike a wait, a moment may be at once. */
const lengthSchema = z.string().refine((text) => parseDuration(text) !== null, 'document.duration');

const startSchema = z.string().refine((text) => parseInstant(text, 'UTC') !== null, 'document.instant');

const scoreSchema = z.strictObject({ fit: z.number(), interest: z.number(), behaviour: z.number(), stage: z.number(), total: z.number() });

const leadSchema: z.ZodType<ScriptedLead> = z.strictObject({
  attributes: jsonObjectSchema.exactOptional(),
  company: jsonObjectSchema.nullable().exactOptional(),
  tags: z.record(z.string(), z.number()).exactOptional(),
  score: scoreSchema.exactOptional(),
  grade: z.string().nullable().exactOptional(),
  intent: z.enum(['none', 'low', 'high']).exactOptional(),
  stage: z.string().exactOptional(),
  pool: z.string().exactOptional(),
  owner: z.string().nullable().exactOptional(),
  timeZone: z.string().refine(isTimeZone, 'document.time-zone').nullable().exactOptional(),
  locale: z.string().nullable().exactOptional(),
  consent: z.record(z.string(), z.enum(['granted', 'withdrawn'])).exactOptional(),
  reachable: z.record(z.string(), z.boolean()).exactOptional(),
  messages: z.array(z.strictObject({ channel: name, template: z.string(), topic: z.string().nullable(), at: z.number() })).exactOptional(),
});

const event = { event: name, properties: jsonObjectSchema.exactOptional() };

const itemSchema: z.ZodType<ScriptItem> = z.union([
  z.strictObject({ after: lengthSchema, ...event }),
  z.strictObject({ before: lengthSchema, ...event }),
  z.strictObject({ after: lengthSchema, lead: leadSchema }),
  z.strictObject({ before: lengthSchema, lead: leadSchema }),
]);

const answerSchema: z.ZodType<ScriptedAnswer> = z.union([
  z.strictObject({ outcome: name, result: jsonObjectSchema.exactOptional(), after: lengthSchema.exactOptional() }),
  z.strictObject({ fails: name, after: lengthSchema.exactOptional() }),
]);

const script = {
  start: startSchema,
  lead: leadSchema.exactOptional(),
  entry: name.exactOptional(),
  properties: jsonObjectSchema.exactOptional(),
  happens: z.array(itemSchema).exactOptional(),
  answers: z.record(z.string(), z.array(answerSchema).min(1)).exactOptional(),
};

/** All that happens to one made-up lead. */
export const journeyScriptSchema: z.ZodType<JourneyScript> = z.strictObject(script);

/** A saved simulation with what must come of it. */
export const journeyTestSchema: z.ZodType<JourneyTest> = z.strictObject({
  id: name.max(100),
  name: z.string().max(200),
  ...script,
  expect: z.strictObject({ way: z.array(z.string()), outcome: z.string().nullable() }),
});
