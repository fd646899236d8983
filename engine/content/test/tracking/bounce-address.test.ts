import { createBounceAddresses, type TokenKeys } from '@tendril/content/tracking';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const keys: TokenKeys = { current: 'k2', secrets: { k1: 'a'.repeat(32), k2: 'b'.repeat(32) } };
const bounces = createBounceAddresses({ domain: 'B.vendor.example', keys });

test('names its message again, in whatever case a server hands it back', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(bounces.read(bounces.of(id))).toBe(id);
      expect(bounces.read(bounces.of(id).toUpperCase())).toBe(id);
    }),
  );
});

test('keeps the local part within the 64 characters mail allows', () => {
  expect(bounces.of('0198b3a0-0000-7000-8000-000000000001').split('@')[0]?.length).toBeLessThanOrEqual(64);
});

test('is refused with another message, another domain or a guessed seal', () => {
  const address = bounces.of('0198b3a0-0000-7000-8000-000000000001');

  expect(bounces.read(address.replace('0001.', '0002.'))).toBeNull();
  expect(bounces.read(address.replace('b.vendor', 'c.vendor'))).toBeNull();
  expect(bounces.read(address.replace(/\.[0-9a-f]{16}@/, '.0000000000000000@'))).toBeNull();
});

test('is still read after the key was rotated', () => {
  const before = createBounceAddresses({ domain: 'b.vendor.example', keys: { current: 'k1', secrets: { k1: 'a'.repeat(32) } } });

  expect(bounces.read(before.of('0198b3a0-0000-7000-8000-000000000001'))).toBe('0198b3a0-0000-7000-8000-000000000001');
});
