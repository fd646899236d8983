import { z } from 'zod';
import type { FieldHint } from './config-fields.ts';
import type { NodeDefinition } from './define-node.ts';

/** A field of a config with the input it asks for. */
export interface HintedField {
  readonly name: string;
  readonly hint: FieldHint;
}

const known = new WeakMap<NodeDefinition, readonly HintedField[]>();

/**
 * The fields of a type's config that say what they are, so that the compiler can check references and reads of every
 * type, custom ones included, without knowing any.
 */
export function hintedFields(definition: NodeDefinition): readonly HintedField[] {
  const found = known.get(definition);
  if (found !== undefined) return found;
  const schema = definition.config;
  const shape: { readonly [name: string]: z.core.$ZodType } = schema instanceof z.ZodObject ? schema.shape : {};
  const fields = Object.entries(shape).flatMap(([name, part]): HintedField[] => {
    const hint = z.globalRegistry.get(part)?.['hint'];
    return typeof hint === 'string' ? [{ name, hint: hint as FieldHint }] : [];
  });
  known.set(definition, fields);
  return fields;
}

/** The values of a config's fields that have this hint. */
export function valuesByHint(
  definition: NodeDefinition,
  config: unknown,
  hint: FieldHint,
): readonly { readonly name: string; readonly value: unknown }[] {
  if (typeof config !== 'object' || config === null) return [];
  const values = config as { readonly [name: string]: unknown };
  return hintedFields(definition)
    .filter((one) => one.hint === hint)
    .map(({ name }) => ({ name, value: values[name] }));
}
