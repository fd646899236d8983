import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealJson, unsealJson } from '../src/sealed-json.ts';

test('what was sealed opens again with the same secret, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.jsonValue(), (secret, value) => {
      expect(unsealJson(secret, sealJson(secret, value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50 },
  );
});

test('another secret opens nothing and says which variable is wrong', () => {
  const sealed = sealJson('right', { url: 'smtp://user:password@mail.example' });
  expect(sealed).not.toContain('password');
  expect(() => unsealJson('wrong', sealed)).toThrow(/TENDRIL_SECRET/);
});

test('a changed text is refused', () => {
  const sealed = sealJson('right', { a: 1 });
  const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => unsealJson('right', flipped)).toThrow();
});
