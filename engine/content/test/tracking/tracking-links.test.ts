import { createTrackingLinks, signToken, type TokenKeys } from '@tendril/content/tracking';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const keys: TokenKeys = { current: 'k1', secrets: { k1: '0123456789abcdef0123456789abcdef' } };
const links = createTrackingLinks({ baseUrl: 'https://t.vendor.example/', keys });
const messageId = '0198b3a0-0000-7000-8000-000000000001';
const leadId = '0198b3a0-0000-7000-8000-000000000002';

const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';

test('a click carries its target inside the seal', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(links.read(tokenOf(links.click(messageId, url)))).toEqual({ is: 'click', messageId, url });
    }),
  );
});

test('an open and an unsubscribe come back with what they claim', () => {
  expect(links.read(tokenOf(links.open(messageId)))).toEqual({ is: 'open', messageId });
  expect(links.read(tokenOf(links.unsubscribe({ messageId, leadId, channel: 'email', topic: '新闻' })))).toEqual({
    is: 'unsubscribe',
    messageId,
    leadId,
    channel: 'email',
    topic: '新闻',
  });
});

test('the paths tell the three apart', () => {
  expect(links.click(messageId, 'https://a.example/')).toMatch(/^https:\/\/t\.vendor\.example\/c\/k1\.[\w-]+\.[\w-]{22}$/);
  expect(links.open(messageId)).toMatch(/^https:\/\/t\.vendor\.example\/o\//);
  expect(links.unsubscribe({ messageId, leadId, channel: 'email', topic: 't' })).toMatch(/^https:\/\/t\.vendor\.example\/u\//);
});

test('even with our own seal a click leads only to the web', () => {
  expect(links.read(signToken(keys, JSON.stringify(['c', messageId, 'javascript:alert(1)'])))).toBeNull();
  expect(links.read(signToken(keys, JSON.stringify(['c', messageId, '//evil.example'])))).toBeNull();
});

test.each(['', 'null', '{}', '[]', '["c"]', '["o",1]', '["x","y"]', '["u","m","l"]', 'not json'])('a sealed %j says nothing', (payload) => {
  expect(links.read(signToken(keys, payload))).toBeNull();
});

test('the address stays short enough for a folded header', () => {
  expect(links.click(messageId, 'https://www.vendor.example/resources/case').length).toBeLessThan(220);
});

test('a base URL that is none is refused', () => {
  expect(() => createTrackingLinks({ baseUrl: 'tracking', keys })).toThrow();
});
