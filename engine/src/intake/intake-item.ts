import type { JsonObject } from '@tendril/journey/model';
import { z } from 'zod';

/** Largest single event, in bytes of JSON. */
export const ITEM_LIMIT = 32 * 1024;

const name = z.string().trim().min(1).max(200);
const id = z.union([z.string().trim().min(1).max(512), z.number()]).transform(String);
const bag = z
  .record(z.string(), z.json())
  .nullish()
  .transform((value) => (value ?? {}) as JsonObject);
const instant = z.iso.datetime({ offset: true, local: true }).transform((text) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`));

const common = {
  messageId: z.string().trim().min(1).max(256).optional(),
  userId: id.nullish(),
  anonymousId: id.nullish(),
  timestamp: instant.nullish(),
  originalTimestamp: instant.nullish(),
  sentAt: instant.nullish(),
  context: bag,
};

const Item = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('track'), event: name, properties: bag }),
  z.object({ ...common, type: z.literal('page'), name: name.nullish(), category: name.nullish(), properties: bag }),
  z.object({ ...common, type: z.literal('screen'), name: name.nullish(), category: name.nullish(), properties: bag }),
  z.object({ ...common, type: z.literal('identify'), traits: bag }),
  z.object({ ...common, type: z.literal('group'), groupId: id, traits: bag }),
  z.object({ ...common, type: z.literal('alias'), previousId: id, userId: id }),
]);

/** One call of the Segment protocol, checked. Times are real, in ms. */
export type IntakeItem = z.output<typeof Item>;

/** Why an item was not taken. `index` counts from 0 in the batch. */
export interface ItemError {
  readonly index: number;
  readonly messageId: string | null;
  readonly code: 'item.not-an-object' | 'item.too-large' | 'item.type-unknown' | 'item.identity-missing' | 'item.field-invalid';
  /** Path of the field that is wrong, such as `properties.price`; null if the whole item is. */
  readonly field: string | null;
  readonly message: string;
}

/** A checked item, or why it is none. */
export type ParsedItem = { readonly ok: true; readonly item: IntakeItem } | { readonly ok: false; readonly error: ItemError };

/** Checks one item. It must say whose it is: `userId`, `anonymousId`, or an address in its traits. */
export function parseItem(value: unknown, index: number): ParsedItem {
  const fail = (code: ItemError['code'], field: string | null, message: string): ParsedItem => ({
    ok: false,
    error: { index, messageId: messageIdOf(value), code, field, message },
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('item.not-an-object', null, 'An item must be a JSON object.');
  const size = Buffer.byteLength(JSON.stringify(value));
  if (size > ITEM_LIMIT) return fail('item.too-large', null, `The item has ${size} bytes; at most ${ITEM_LIMIT} are taken.`);
  const parsed = Item.safeParse(value);
  if (parsed.success) {
    const owned = hasOwner(parsed.data);
    return owned
      ? { ok: true, item: parsed.data }
      : fail('item.identity-missing', 'userId', 'Send a userId or an anonymousId, so that the event belongs to somebody.');
  }
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? null : issue.path.join('.');
  if (field === 'type') return fail('item.type-unknown', field, 'The type must be track, identify, page, screen, group or alias.');
  return fail('item.field-invalid', field, `The field ${field ?? '(item)'} is not valid: ${issue?.message ?? 'unknown reason'}.`);
}

const hasOwner = (item: IntakeItem): boolean =>
  Boolean(item.userId ?? item.anonymousId) ||
  (item.type === 'identify' && (typeof item.traits['email'] === 'string' || typeof item.traits['phone'] === 'string'));

function messageIdOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'messageId' in value ? value.messageId : null;
  return typeof id === 'string' ? id.slice(0, 256) : null;
}
