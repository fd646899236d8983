import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@tendril/journey/model';
import type { EventInput } from '@tendril/runtime';
import type { IntakeItem } from './intake-item.ts';

/** When an item happened: `timestamp` in real ms, or `occurredAt` on the workspace's clock. */
export type ItemTime = Pick<EventInput, 'timestamp' | 'occurredAt'>;

/** A call of the Segment protocol as an event of ours. A missing message id is made up, so such an event is never a duplicate. */
export function toEvent(item: IntakeItem, time: ItemTime): EventInput {
  const traits = item.context['traits'];
  const known = isObject(traits) ? traits : {};
  return {
    messageId: item.messageId ?? randomUUID(),
    context: item.context,
    ...optional('userId', item.userId),
    ...optional('anonymousId', item.type === 'alias' ? item.previousId : item.anonymousId),
    ...optional('email', known['email']),
    ...optional('phone', known['phone']),
    ...contentOf(item),
    ...time,
  };
}

function contentOf(item: IntakeItem): Pick<EventInput, 'type' | 'name' | 'properties' | 'traits'> {
  switch (item.type) {
    case 'track':
      return { type: 'track', name: item.event, properties: item.properties };
    case 'page':
      return { type: 'page', name: 'Page Viewed', properties: named(item) };
    case 'screen':
      return { type: 'track', name: 'Screen Viewed', properties: named(item) };
    case 'identify':
      return { type: 'identify', name: 'Identify', traits: item.traits };
    case 'group':
      return { type: 'identify', name: 'Identify', traits: { company: { id: item.groupId, ...item.traits } } };
    case 'alias':
      return { type: 'identify', name: 'Identify', traits: {} };
  }
}

const named = ({
  name,
  category,
  properties,
}: {
  name?: string | null | undefined;
  category?: string | null | undefined;
  properties: JsonObject;
}): JsonObject => ({
  ...properties,
  ...optional('name', name),
  ...optional('category', category),
});

function optional<Key extends string>(key: Key, value: unknown): { readonly [name in Key]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { readonly [name in Key]: string }) : {};
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
