import { z } from 'zod';
import type { LocalText, Millis } from '../model/index.ts';
import { parseDuration, parseTimeOfDay } from '../time/index.ts';

/** What a form shows for a field of a config. */
export type FieldHint =
  | 'text'
  | 'long-text'
  | 'number'
  | 'toggle'
  | 'choice'
  | 'duration'
  | 'condition'
  | 'event'
  | 'event-patterns'
  | 'property-tests'
  | 'template-email'
  | 'template-wecom'
  | 'topic'
  | 'pool'
  | 'gate-outcomes'
  | 'branches'
  | 'outcome-paths'
  | 'split-arms'
  | 'content-items'
  | 'response-mapping'
  | 'headers'
  | 'properties'
  | 'template-sms'
  | 'grades'
  | 'stage'
  | 'lead-field'
  | 'people'
  | 'segment'
  | 'journey'
  | 'step'
  | 'tag'
  | 'value'
  | 'date'
  | 'time'
  | 'weekdays'
  | 'schedule-rule'
  | 'rate';

/** The meta of a config field; it is in the JSON Schema that zod writes, where forms read it. */
export interface FieldMeta {
  readonly label: LocalText;
  readonly hint: FieldHint;
  readonly help?: LocalText;
  /** For `choice`: how each value is called. */
  readonly options?: { readonly [value: string]: LocalText };
}

/** Gives a config field its label and input. */
export function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  return schema.meta({ ...meta });
}

/** A length of time as people write it (`3d`, `1d 4h`, `3 天`), longer than nothing. */
export const duration = z.string().refine((text) => (parseDuration(text) ?? 0) > 0, 'document.duration');

/** A time of day, `HH:MM`. */
export const timeOfDay = z.string().refine((text) => parseTimeOfDay(text) !== null, 'document.time-of-day');

/** A name of a port: letters, digits and dashes, since it is part of the document. */
export const portName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'document.port-name');

/** Reads a duration its schema has accepted. */
export function durationOf(text: string): Millis {
  return parseDuration(text) ?? 0;
}

/** A name that must not be empty. */
export const nonEmpty = z.string().trim().min(1);
