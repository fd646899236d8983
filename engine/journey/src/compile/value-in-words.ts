import { z } from 'zod';
import type { Condition, EventPattern, Json, Locale } from '../model/index.ts';
import type { FieldMeta } from '../nodes/config-fields.ts';
import type { NodeDefinition } from '../nodes/define-node.ts';
import { conditionInWords, patternInWords } from '../sentences/condition-in-words.ts';
import { fieldInWords } from '../sentences/subject-in-words.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { formatDuration, parseDuration } from '../time/index.ts';

/** The label and input of a type's config field, if it declares them. */
export function metaOf(definition: NodeDefinition | undefined, name: string): Partial<FieldMeta> {
  const schema = definition?.config;
  const part = schema instanceof z.ZodObject ? (schema.shape as { readonly [field: string]: z.core.$ZodType })[name] : undefined;
  return part === undefined ? {} : ((z.globalRegistry.get(part) as Partial<FieldMeta> | undefined) ?? {});
}

/** A value of a config field as people read it. Absent and null read as a dash. */
export function valueInWords(value: Json | undefined, meta: Partial<FieldMeta>, locale: Locale): string {
  if (value === undefined || value === null || value === '') return '–';
  switch (meta.hint) {
    case 'duration':
      return typeof value === 'string' ? formatDuration(parseDuration(value) ?? 0, locale) : short(value);
    case 'condition':
      return conditionInWords(value as Condition, locale);
    case 'event-patterns':
      return Array.isArray(value)
        ? joined(
            (value as unknown as readonly EventPattern[]).map((pattern) => patternInWords(pattern, locale)),
            locale,
          )
        : short(value);
    case 'lead-field':
      return typeof value === 'string' ? fieldInWords(value, locale) : short(value);
    case 'choice':
      return typeof value === 'string' ? (meta.options?.[value]?.[locale] ?? value) : short(value);
    case 'toggle':
      return termInWords(value === true ? 'yes' : 'no', locale);
    default:
      return plainValue(value, locale);
  }
}

function plainValue(value: Json, locale: Locale): string {
  if (typeof value === 'string') return termInWords(value, locale);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return joined(
      value.map((item) => termInWords(item, locale)),
      locale,
    );
  return short(value);
}

function joined(words: readonly string[], locale: Locale): string {
  return words.length === 0 ? '–' : words.join(locale === 'en' ? ', ' : '、');
}

/** Anything else as JSON, cut where it would not help a reader any more. */
function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
