import { z } from 'zod';
import { kindOfSubject, OPERANDS, OPERATORS, type OperandKind, type SubjectKind } from '../conditions/operators.ts';
import type { Condition, EventPattern, Json, Operator, PropertyTest, Subject } from '../model/index.ts';
import { parseInstant } from '../time/index.ts';
import { jsonValueSchema } from './json-schema.ts';

const name = z.string().min(1);

const operatorSchema = z.enum(Object.keys(OPERANDS) as [Operator, ...Operator[]]);

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** What each sort of operand must look like. `none` is checked apart, since it must be absent. */
const OPERAND_SCHEMAS: Readonly<Record<Exclude<OperandKind, 'none'>, z.ZodType>> = {
  scalar: scalarSchema,
  scalars: z.union([z.array(z.string()).min(1), z.array(z.number()).min(1), z.array(z.boolean()).min(1)]),
  text: name,
  number: z.number(),
  range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low <= high),
  date: z.string().refine((text) => parseInstant(text, 'UTC') !== null),
  days: z.number(),
};

/** A test of one event property. */
export const propertyTestSchema: z.ZodType<PropertyTest> = z
  .strictObject({
    property: z.string().regex(/^[^.]+(\.[^.]+)*$/, 'document.property-path'),
    operator: operatorSchema,
    value: jsonValueSchema.exactOptional(),
  })
  .superRefine((test, context) => checkComparison('open', test, context));

/** An event, with tests of its properties. */
export const eventPatternSchema: z.ZodType<EventPattern> = z.strictObject({
  event: name,
  where: z.array(propertyTestSchema).exactOptional(),
});

const subjectSchema: z.ZodType<Subject> = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('attribute'), field: name }),
  z.strictObject({ of: z.literal('company'), field: name }),
  z.strictObject({ of: z.literal('tag'), tag: name }),
  z.strictObject({ of: z.literal('score'), dimension: z.enum(['fit', 'interest', 'behaviour', 'stage', 'total']) }),
  z.strictObject({ of: z.literal('grade') }),
  z.strictObject({ of: z.literal('intent') }),
  z.strictObject({ of: z.literal('consent'), channel: name, topic: name }),
  z.strictObject({ of: z.literal('stage') }),
  z.strictObject({ of: z.literal('pool') }),
  z.strictObject({ of: z.literal('owner') }),
  z.strictObject({
    of: z.literal('events'),
    name,
    measure: z.enum(['count', 'first', 'last']),
    withinDays: z.number().positive().exactOptional(),
    where: z.array(propertyTestSchema).exactOptional(),
  }),
  z.strictObject({ of: z.literal('outcome'), node: name }),
]);

const leafSchema = z
  .strictObject({ test: subjectSchema, operator: operatorSchema, value: jsonValueSchema.exactOptional() })
  .superRefine((leaf, context) => checkComparison(kindOfSubject(leaf.test), leaf, context));

/**
 * A condition. Each operator is allowed for certain sorts of values, and wants a value of its own type: what would have
 * to be coerced is refused here.
 */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    leafSchema,
  ]),
);

function checkComparison(kind: SubjectKind, test: { readonly operator: Operator; readonly value?: Json }, context: z.RefinementCtx): void {
  const { operator, value } = test;
  if (!OPERATORS[kind].includes(operator)) {
    context.addIssue({ code: 'custom', path: ['operator'], message: 'document.condition-operator' });
    return;
  }
  if (!fits(kind, OPERANDS[operator], value)) context.addIssue({ code: 'custom', path: ['value'], message: 'document.condition-operand' });
}

function fits(kind: SubjectKind, operand: OperandKind, value: Json | undefined): boolean {
  if (operand === 'none') return value === undefined;
  if (!OPERAND_SCHEMAS[operand].safeParse(value).success) return false;
  if (kind === 'open' || (operand !== 'scalar' && operand !== 'scalars')) return true;
  const wanted = kind === 'number' ? 'number' : 'string';
  return (Array.isArray(value) ? value : [value]).every((item) => typeof item === wanted);
}
