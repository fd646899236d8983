import { createCallbackSeal } from '@tendril/content/wecom-callback';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// The example of WeCom's documentation.
const official = { corpId: 'wx5823bf96d3bd56c7', token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' };
const seal = createCallbackSeal(official);
const query = { timestamp: '1409659813', nonce: '1372623149' };

const sealed = (text: string) => {
  const { encrypted, signature } = seal.close(text, query);
  return { encrypted, query: { ...query, signature } };
};

test('what we close we open, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const envelope = sealed(text);
      expect(seal.open(envelope.query, envelope.encrypted)).toEqual({ ok: true, text });
    }),
  );
});

test('agrees with Tencent’s own package in both directions', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      const { encrypted, signature } = seal.close(text, query);
      expect(signature).toBe(getSignature(official.token, query.timestamp, query.nonce, encrypted));
      expect(decrypt(official.aesKey, encrypted)).toMatchObject({ message: text, id: official.corpId });

      const theirs = encrypt(official.aesKey, text, official.corpId);
      const theirSignature = getSignature(official.token, query.timestamp, query.nonce, theirs);
      expect(seal.open({ ...query, signature: theirSignature }, theirs)).toEqual({ ok: true, text });
    }),
  );
});

describe('is not believed', () => {
  const envelope = sealed('<xml/>');

  test('with a changed text', () => {
    fc.assert(
      fc.property(fc.nat(envelope.encrypted.length - 1), (at) => {
        const changed = envelope.encrypted[at] === 'A' ? 'B' : 'A';
        const encrypted = envelope.encrypted.slice(0, at) + changed + envelope.encrypted.slice(at + 1);
        expect(seal.open(envelope.query, encrypted)).toEqual({ ok: false, reason: 'signature' });
      }),
    );
  });

  test.each(['timestamp', 'nonce', 'signature'] as const)('with a changed %s', (field) => {
    expect(seal.open({ ...envelope.query, [field]: '0' }, envelope.encrypted)).toEqual({ ok: false, reason: 'signature' });
  });

  test('when it is meant for another corp', () => {
    const other = createCallbackSeal({ ...official, corpId: 'ww-other' }).close('<xml/>', query);

    expect(seal.open({ ...query, signature: other.signature }, other.encrypted)).toEqual({ ok: false, reason: 'another-corp' });
  });

  test('when it is signed with our token but sealed with another key, or not sealed at all', () => {
    const other = createCallbackSeal({ ...official, aesKey: 'A'.repeat(43) }).close('<xml/>', query);
    const nothing = 'bm90aGluZw==';

    expect(seal.open({ ...query, signature: other.signature }, other.encrypted).ok).toBe(false);
    expect(seal.open({ ...query, signature: getSignature(official.token, query.timestamp, query.nonce, nothing) }, nothing)).toEqual({
      ok: false,
      reason: 'not-sealed-with-our-key',
    });
  });
});

test('a wrong key in the settings is named at start', () => {
  expect(() => createCallbackSeal({ ...official, aesKey: 'short' })).toThrow('WECOM_AES_KEY');
});
