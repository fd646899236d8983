import { readToken, signToken, type TokenKeys, tokenKeys } from '@tendril/content/tracking';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const secret = (seed: string): string => seed.repeat(32).slice(0, 32);
const keys: TokenKeys = { current: 'k2', secrets: { k1: secret('old'), k2: secret('new') } };

test('a payload comes back as it went in, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (payload) => {
      expect(readToken(keys, signToken(keys, payload))).toBe(payload);
    }),
  );
});

test('any change of any character makes the token worthless', () => {
  const token = signToken(keys, '["c","m1","https://www.vendor.example/"]');
  fc.assert(
    fc.property(
      fc.nat(token.length - 1),
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ '),
      (at, character) => {
        fc.pre(token[at] !== character);
        expect(readToken(keys, token.slice(0, at) + character + token.slice(at + 1))).toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a token signed with a guessed key is refused', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 32, maxLength: 64 }), (guess) => {
      fc.pre(guess !== keys.secrets['k2']);
      expect(readToken(keys, signToken({ current: 'k2', secrets: { k2: guess } }, 'x'))).toBeNull();
    }),
  );
});

describe('keys', () => {
  const before: TokenKeys = { current: 'k1', secrets: { k1: secret('old') } };

  test('an old token still opens after the key was rotated, and no longer once its key is gone', () => {
    const token = signToken(before, 'hello');

    expect(readToken(keys, token)).toBe('hello');
    expect(readToken({ current: 'k2', secrets: { k2: secret('new') } }, token)).toBeNull();
  });

  test('the mac of one key is not valid under the name of another', () => {
    const token = signToken(before, 'hello');

    expect(readToken(keys, token.replace(/^k1/, 'k2'))).toBeNull();
  });

  test.each(['constructor', '__proto__', ''])('%j is no key, although objects have such a property', (kid) => {
    expect(readToken(keys, signToken(keys, 'x').replace(/^k2/, kid))).toBeNull();
  });

  test('weak or missing secrets are refused by name', () => {
    expect(() => tokenKeys({ current: 'k1', secrets: { k1: 'short' } })).toThrow('"k1" has 5 characters');
    expect(() => tokenKeys({ current: 'k9', secrets: { k1: secret('old') } })).toThrow('"k9"');
    expect(() => tokenKeys({ current: 'a.b', secrets: { 'a.b': secret('x') } })).toThrow('"a.b"');
  });
});

test.each(['', '.', '..', 'k2', 'k2.x', 'k2..', 'k2.x.y.z', `k2.${'x'.repeat(9_000)}.y`])('%.20j is no token', (text) => {
  expect(readToken(keys, text)).toBeNull();
});
