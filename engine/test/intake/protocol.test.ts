import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../start-test-engine.ts';

let engine: TestEngine;
let key: string;
beforeAll(async () => {
  engine = await startTestEngine();
  key = await engine.writeKey();
});
afterAll(() => engine[Symbol.asyncDispose]());

const basic = (user: string): string => `Basic ${Buffer.from(`${user}:`).toString('base64')}`;

async function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const answer = await engine.fetch(path, {
    method: 'POST',
    headers: { authorization: basic(key), 'content-type': 'application/json', ...headers },
    body: typeof sent === 'string' ? sent : Buffer.from(sent),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

const countOf = (name: string): Promise<number> => engine.db.client.event.count({ where: { name } });

describe('the official Node library of Segment', () => {
  test('identifies a lead and brings along what the visitor did before', async () => {
    const analytics = new Analytics({ writeKey: key, host: engine.url, flushAt: 3 });
    const failures: unknown[] = [];
    analytics.on('error', (error) => failures.push(error));
    analytics.page({ anonymousId: 'visitor-1', name: '价格', properties: { path: '/pricing' } });
    analytics.track({ anonymousId: 'visitor-1', event: 'Price Requested' });
    analytics.identify({
      anonymousId: 'visitor-1',
      userId: 'user-1',
      traits: { email: 'wang@company.example', name: '王芳', company: { name: '恒远智能' } },
    });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    const lead = await engine.db.client.lead.findFirstOrThrow({ where: { email: 'wang@company.example' }, include: { company: true } });
    expect({ name: lead.name, company: lead.company?.name }).toEqual({ name: '王芳', company: '恒远智能' });
    const events = await engine.db.client.event.findMany({ where: { leadId: lead.id } });
    expect(events.map(({ name }) => name).toSorted()).toEqual(['Identify', 'Page Viewed', 'Price Requested']);
    expect(lead.scoreTotal).toBeGreaterThan(0);
  });

  test('hears of a wrong key', async () => {
    const analytics = new Analytics({ writeKey: 'wrong', host: engine.url, flushAt: 1, maxRetries: 0 });
    const failed = new Promise<unknown>((resolve) => analytics.on('error', resolve));
    analytics.track({ userId: 'u', event: 'Never Recorded' });
    await failed;
    await analytics.closeAndFlush();
    expect(await countOf('Never Recorded')).toBe(0);
  });
});

describe('a batch', () => {
  test('sent twice is recorded once', async () => {
    const batch = [
      { type: 'track', event: 'Twice', userId: 'idempotent', messageId: 'same-1' },
      { type: 'track', event: 'Twice', userId: 'idempotent', messageId: 'same-2' },
      { type: 'track', event: 'Twice', userId: 'idempotent', messageId: 'same-1' },
    ];
    expect(await send('/v1/batch', { batch })).toEqual({ status: 200, body: { success: true } });
    expect(await send('/v1/batch', { batch })).toEqual({ status: 200, body: { success: true } });
    expect(await countOf('Twice')).toBe(2);
  });

  test('sent by many at once is recorded once', async () => {
    const batch = Array.from({ length: 20 }, (_, index) => ({
      type: 'track',
      event: 'Raced',
      userId: `racer-${index % 5}`,
      messageId: `race-${index}`,
    }));
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('/v1/batch', { batch })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await countOf('Raced')).toBe(20);
  });

  test('with a bad item keeps the good ones and names the bad one', async () => {
    const answer = await send('/v1/batch', {
      batch: [
        { type: 'track', event: 'Good', userId: 'u', messageId: 'good' },
        { type: 'track', userId: 'u', messageId: 'bad' },
      ],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { success: true, errors: [{ index: 1, messageId: 'bad', code: 'item.field-invalid', field: 'event' }] },
    });
    expect(await countOf('Good')).toBe(1);
  });

  test('of bad items only is refused', async () => {
    expect(await send('/v1/batch', { batch: [{ type: 'dance' }] })).toMatchObject({ status: 400, body: { success: false, errors: [{ index: 0 }] } });
  });

  test('may be empty, and must be a list', async () => {
    expect(await send('/v1/batch', { batch: [] })).toEqual({ status: 200, body: { success: true } });
    expect(await send('/v1/batch', { events: [] })).toMatchObject({ status: 400, body: { error: 'batch.missing' } });
  });

  test('of more than 2,000 is refused', async () => {
    expect(await send('/v1/batch', { batch: Array.from({ length: 2_001 }, () => ({})) })).toMatchObject({
      status: 413,
      body: { error: 'batch.too-long' },
    });
  });

  test('with a NUL in it is recorded without the NUL', async () => {
    const answer = await send('/v1/batch', { batch: [{ type: 'track', event: 'Nul', userId: 'u', properties: { text: 'a\u0000b' } }] });
    expect(answer.status).toBe(200);
    expect((await engine.db.client.event.findFirstOrThrow({ where: { name: 'Nul' } })).properties).toEqual({ text: 'ab' });
  });
});

describe('bodies', () => {
  const batch = { batch: [{ type: 'track', event: 'Packed', userId: 'u', messageId: 'packed' }] };

  test('may be gzipped', async () => {
    expect(await send('/v1/batch', gzipSync(JSON.stringify(batch)), { 'content-encoding': 'gzip' })).toMatchObject({ status: 200 });
    expect(await countOf('Packed')).toBe(1);
  });

  test('of a browser come as text with the key inside', async () => {
    const sent = JSON.stringify({ type: 'track', event: 'From Browser', anonymousId: 'b', writeKey: key });
    expect(await send('/v1/t', sent, { 'content-type': 'text/plain', authorization: '' })).toMatchObject({ status: 200 });
    expect(await countOf('From Browser')).toBe(1);
  });

  test.each([
    ['that are no JSON', '{', {}, 400],
    ['that are no gzip', 'plain', { 'content-encoding': 'gzip' }, 400],
    ['of an unknown packing', '{}', { 'content-encoding': 'br' }, 415],
    ['over 1 MB', `"${'x'.repeat(1_100_000)}"`, {}, 413],
    ['that swell beyond 5 MB', gzipSync(`"${'x'.repeat(6_000_000)}"`), { 'content-encoding': 'gzip' }, 413],
  ])('%s are refused', async (_what, body, headers, status) => {
    expect((await send('/v1/batch', body, headers)).status).toBe(status);
  });
});

describe('keys', () => {
  test('a revoked key is refused at once', async () => {
    const { api } = await engine.as('admin');
    const { key: doomed } = await api.settings.createIntakeKey.mutate({ name: 'Doomed' });
    const track = () => send('/v1/track', { event: 'By Key', userId: 'u' }, { authorization: basic(doomed) });
    expect((await track()).status).toBe(200);
    const row = (await api.settings.intakeKeys.query()).find(({ name }) => name === 'Doomed');
    expect(row?.hint).toBe(doomed.slice(-4));
    await api.settings.revokeIntakeKey.mutate({ id: row?.id ?? '' });
    expect(await track()).toMatchObject({ status: 401, body: { error: 'write-key.unknown' } });
  });

  test('only the hash of a key is kept', async () => {
    expect(JSON.stringify(await engine.db.client.intakeKey.findMany())).not.toContain(key);
  });

  test('a key has its own limit', async () => {
    await using limited = await startTestEngine({ http: { intakeRequestsPerMinute: 2 } });
    const one = await limited.writeKey();
    const other = await limited.writeKey();
    const track = (by: string) =>
      limited.fetch('/v1/track', { method: 'POST', headers: { authorization: basic(by) }, body: JSON.stringify({ event: 'E', userId: 'u' }) });
    const answers = [await track(one), await track(one), await track(one), await track(other)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(answers[2]?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

test('a page of any site may ask and send', async () => {
  const asked = await engine.fetch('/v1/track', {
    method: 'OPTIONS',
    headers: { origin: 'https://www.site.example', 'access-control-request-method': 'POST' },
  });
  expect({ status: asked.status, origin: asked.headers.get('access-control-allow-origin') }).toEqual({ status: 204, origin: '*' });
  const headers = { origin: 'https://www.site.example', cookie: 'a=b' };
  expect((await send('/v1/track', { event: 'Cross Site', userId: 'u' }, headers)).status).toBe(200);
});

test('the sample events are all taken, duplicates once', async () => {
  await using fresh = await startTestEngine({ kind: 'demo' });
  const authorization = basic(await fresh.writeKey());
  const text = await readFile(new URL('../../../demo/events.jsonl', import.meta.url), 'utf8');
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { messageId: string; type: string });
  for (let at = 0; at < events.length; at += 500) {
    const body = JSON.stringify({ batch: events.slice(at, at + 500) });
    const answer = await fresh.fetch('/v1/batch', { method: 'POST', headers: { authorization }, body });
    expect(await answer.json()).toEqual({ success: true });
  }
  expect(await fresh.db.client.event.count()).toBe(new Set(events.map(({ messageId }) => messageId)).size);
  // Everything happened before now on the workspace's clock, and within the 90 days the sample spans.
  const now = await fresh.engine.runtime.now({ workspaceId: fresh.workspaceId });
  const span = await fresh.db.client.event.aggregate({ _min: { occurredAt: true }, _max: { occurredAt: true } });
  expect(span._max.occurredAt?.getTime()).toBeLessThanOrEqual(now);
  expect(now - (span._min.occurredAt?.getTime() ?? 0)).toBeLessThan(91 * 86_400_000);
});
