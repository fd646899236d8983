import type { Json, LocalText } from '@tendril/journey/model';
import type { FieldHint, NodeDefinition } from '@tendril/journey/nodes';
import { z } from 'zod';

/** One field of a step's form, read from its type's config schema. */
export interface FormField {
  readonly key: string;
  readonly hint: FieldHint;
  readonly label: LocalText;
  readonly help: LocalText | null;
  /** May be left empty (null). */
  readonly nullable: boolean;
  /** The value while nothing is written down. */
  readonly fallback: Json | undefined;
  /** For choices: the values and what each is called. */
  readonly options: readonly { readonly value: string; readonly label: LocalText }[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

interface PropertySchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly PropertySchema[];
  readonly default?: Json;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly hint?: FieldHint;
  readonly label?: LocalText;
  readonly help?: LocalText;
  readonly options?: Readonly<Record<string, LocalText>>;
}

const cache = new WeakMap<NodeDefinition, readonly FormField[]>();

/** What a field without a hint is shown as, so that a custom type needs none for plain values. */
const guessHint = ({ type, enum: values }: PropertySchema): FieldHint => {
  if (values) return 'choice';
  if (type === 'boolean') return 'toggle';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
};

function readField(key: string, schema: PropertySchema): FormField {
  const kinds = schema.anyOf ?? [schema];
  const value = kinds.find((kind) => kind.type !== 'null') ?? schema;
  const named = (option: string): LocalText => schema.options?.[option] ?? { 'zh-CN': option, en: option };
  const hint = schema.hint ?? guessHint(value);
  const values = Object.keys(schema.options ?? {});
  return {
    key,
    hint,
    label: schema.label ?? { 'zh-CN': key, en: key },
    help: schema.help ?? null,
    nullable: kinds.some((kind) => kind.type === 'null'),
    fallback: schema.default,
    options: (value.enum ?? values).map((option) => ({ value: option, label: named(option) })),
    minimum: positive(value.minimum),
    maximum: positive(value.maximum),
  };
}

/** Limits that zod sets for whole numbers are no limits for people. */
const positive = (limit: number | undefined): number | undefined => (limit === undefined || Math.abs(limit) > 1e9 ? undefined : limit);

/** The fields of a step type's form in the order of its config. Empty for a config that is not an object. */
export function formFieldsOf(definition: NodeDefinition): readonly FormField[] {
  const known = cache.get(definition);
  if (known !== undefined) return known;
  const { properties = {} } = z.toJSONSchema(definition.config, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const fields = Object.entries(properties).map(([key, schema]) => readField(key, typeof schema === 'boolean' ? {} : (schema as PropertySchema)));
  cache.set(definition, fields);
  return fields;
}
