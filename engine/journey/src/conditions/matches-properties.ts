import type { Instant, Json, JsonObject, PropertyTest, Truth } from '../model/index.ts';
import { compare, type Found, type Moment } from './compare.ts';
import { allOf } from './truth.ts';

/**
 * Whether an event's properties pass every test. A test that cannot be decided is not passed. `now` and `timeZone`
 * matter for tests of dates only; without a `now` those are not passed.
 */
export function matchesProperties(
  where: readonly PropertyTest[] | undefined,
  properties: JsonObject,
  moment?: { readonly now: Instant; readonly timeZone?: string },
): boolean {
  return testProperties(where, properties, { now: moment?.now ?? Number.NaN, timeZone: moment?.timeZone ?? 'UTC' }) === true;
}

function testProperties(where: readonly PropertyTest[] | undefined, properties: JsonObject, moment: Moment): Truth {
  return allOf((where ?? []).map((test) => compare(findProperty(properties, test.property), test.operator, test.value, moment)));
}

/** Follows a dotted path through objects; lists have no names inside. */
export function findProperty(properties: JsonObject, path: string): Found {
  let value: Json | undefined = properties;
  for (const name of path.split('.')) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
