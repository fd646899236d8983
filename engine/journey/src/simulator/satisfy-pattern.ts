import type { EventPattern, EventView, Json, JsonObject, PropertyTest } from '../model/index.ts';

/** Properties that tie an answer to what it answers. A script cannot know them beforehand. */
const OWN_IDS: readonly string[] = ['runId', 'parentRunId', 'messageId', 'handoffId'];

/** Properties that pass a pattern's tests, as far as a test says what would pass it. */
export function propertiesFor({ where = [] }: EventPattern): JsonObject {
  return where.reduce<JsonObject>((properties, test) => {
    const value = valueFor(test);
    return value === undefined ? properties : withProperty(properties, test.property.split('.'), value);
  }, {});
}

/**
 * The event as an answer to what is waited for: the ids of run, message and hand-off are those that the pattern asks for.
 * Anything else about the event stays as it is, so it may still not be what is waited for.
 */
export function asAnswer(event: EventView, patterns: readonly EventPattern[]): EventView {
  const asked = patterns.filter((pattern) => pattern.event === event.name).flatMap(({ where = [] }) => where);
  const ids = asked.filter(({ property, operator, value }) => OWN_IDS.includes(property) && operator === 'is' && value !== undefined);
  if (ids.length === 0) return event;
  const bound = Object.fromEntries(ids.map(({ property, value = null }) => [property, value]));
  return { ...event, properties: { ...event.properties, ...bound } };
}

function valueFor({ operator, value }: PropertyTest): Json | undefined {
  switch (operator) {
    case 'is':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'lte':
    case 'gte':
      return value;
    case 'in':
    case 'between':
      return Array.isArray(value) ? value[0] : undefined;
    case 'lt':
      return typeof value === 'number' ? value - 1 : undefined;
    case 'gt':
      return typeof value === 'number' ? value + 1 : undefined;
    case 'known':
      return true;
    case 'is-not':
    case 'not-in':
    case 'not-contains':
      return 'something else';
    case 'before':
    case 'after':
    case 'within-days':
    case 'not-within-days':
    case 'unknown':
      return undefined;
  }
}

function withProperty(properties: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...properties, [name]: value };
  const inner = properties[name];
  const object = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...properties, [name]: withProperty(object, rest, value) };
}
