import { describe, expect, test } from 'vitest';
import { parseItem } from '../../src/intake/intake-item.ts';
import { toEvent } from '../../src/intake/to-event.ts';

const refusal = (value: unknown) => {
  const parsed = parseItem(value, 3);
  if (parsed.ok) throw new Error('it was taken');
  return parsed.error;
};

const event = (value: unknown) => {
  const parsed = parseItem(value, 0);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { messageId: _, ...rest } = toEvent(parsed.item, { timestamp: 1 });
  return rest;
};

describe('an item is refused by name', () => {
  test.each([
    ['nothing', null, 'item.not-an-object', null],
    ['a list', [], 'item.not-an-object', null],
    ['an unknown type', { type: 'dance', userId: 'u' }, 'item.type-unknown', 'type'],
    ['no type', { userId: 'u' }, 'item.type-unknown', 'type'],
    ['nobody', { type: 'track', event: 'E' }, 'item.identity-missing', 'userId'],
    ['an empty user', { type: 'track', event: 'E', userId: '  ' }, 'item.field-invalid', 'userId'],
    ['a track without a name', { type: 'track', userId: 'u' }, 'item.field-invalid', 'event'],
    ['a broken date', { type: 'track', event: 'E', userId: 'u', timestamp: 'yesterday' }, 'item.field-invalid', 'timestamp'],
    ['properties that are a list', { type: 'track', event: 'E', userId: 'u', properties: [1] }, 'item.field-invalid', 'properties'],
    ['too much', { type: 'track', event: 'E', userId: 'u', properties: { text: 'x'.repeat(33_000) } }, 'item.too-large', null],
  ])('%s', (_what, value, code, field) => {
    expect(refusal(value)).toMatchObject({ index: 3, code, field });
  });

  test('with its message id, so that the sender finds it', () => {
    expect(refusal({ type: 'track', messageId: 'm-1', userId: 'u' }).messageId).toBe('m-1');
  });
});

describe('an item becomes an event', () => {
  test('page: Page Viewed with its name and category', () => {
    expect(event({ type: 'page', anonymousId: 'a', name: '价格', category: 'Docs', properties: { path: '/pricing' } })).toEqual({
      type: 'page',
      name: 'Page Viewed',
      properties: { path: '/pricing', name: '价格', category: 'Docs' },
      anonymousId: 'a',
      context: {},
      timestamp: 1,
    });
  });

  test('identify: its traits', () => {
    expect(event({ type: 'identify', userId: 7, traits: { email: 'a@b.example' } })).toMatchObject({
      type: 'identify',
      userId: '7',
      traits: { email: 'a@b.example' },
    });
  });

  test('identify without ids is somebody by the address in its traits', () => {
    expect(parseItem({ type: 'identify', traits: { email: 'a@b.example' } }, 0).ok).toBe(true);
  });

  test('group: the company of the person', () => {
    expect(event({ type: 'group', userId: 'u', groupId: 'g', traits: { name: '恒远' } })).toMatchObject({
      type: 'identify',
      traits: { company: { id: 'g', name: '恒远' } },
    });
  });

  test('alias: the visitor is the user', () => {
    expect(event({ type: 'alias', previousId: 'anon', userId: 'u' })).toMatchObject({ type: 'identify', anonymousId: 'anon', userId: 'u' });
  });

  test('an address in context.traits says whose it is', () => {
    expect(event({ type: 'track', event: 'E', anonymousId: 'a', context: { traits: { email: 'a@b.example' } } })).toMatchObject({
      email: 'a@b.example',
    });
  });
});
