import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { createLog, redactUrl } from '../../src/http/create-log.ts';
import { isDatabaseAway } from '../../src/http/database-away.ts';
import { guardRoutes } from '../../src/http/require-permission.ts';
import { layCable } from '../lay-cable.ts';
import { startTestEngine } from '../start-test-engine.ts';

describe('health', () => {
  test('is ok while both parts answer', async () => {
    await using engine = await startTestEngine();
    const answer = await engine.fetch('/health');
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 200,
      body: { status: 'ok', parts: { postgres: 'ok', temporal: 'ok' } },
    });
  });

  test('is 503 with the reason when Temporal is away', async () => {
    await using engine = await startTestEngine({ temporalCheck: () => Promise.reject(new Error('connection refused')) });
    const answer = await engine.fetch('/health');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'unavailable', parts: { postgres: 'ok', temporal: 'away: connection refused' } });
  });

  test('is 503 when PostgreSQL is away, and everything that needs it says so too', async () => {
    const cable = await layCable();
    await using engine = await startTestEngine({ through: cable.through });
    const key = await engine.writeKey();
    const { api, fetch: fetchAs } = await engine.as('admin');
    cable.cut();
    const health = await engine.fetch('/health');
    expect(health.status).toBe(503);
    expect(((await health.json()) as { parts: { postgres: string } }).parts.postgres).toMatch(/^away: /);
    const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
    const intake = await engine.fetch('/v1/track', { method: 'POST', headers: { authorization }, body: JSON.stringify({ userId: 'u', event: 'E' }) });
    expect({ status: intake.status, retryAfter: intake.headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '5' });
    expect((await fetchAs('/api/imports?fileName=a.csv', { method: 'POST' })).status).toBe(503);
    await expect(api.leads.list.query({ sort: 'name', limit: 1 })).rejects.toMatchObject({ data: { httpStatus: 503, code: 'SERVICE_UNAVAILABLE' } });
    await cable.mend();
    expect((await engine.fetch('/health')).status).toBe(200);
    const again = await engine.fetch('/v1/track', { method: 'POST', headers: { authorization }, body: JSON.stringify({ userId: 'u', event: 'E' }) });
    expect(again.status).toBe(200);
  });
});

describe('every answer', () => {
  test('carries headers that keep foreign scripts and frames out', async () => {
    await using engine = await startTestEngine();
    const { headers } = await engine.fetch('/health');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('asks for https for good where the address is https', async () => {
    await using engine = await startTestEngine({ http: { publicUrl: 'https://nurture.example.com' } });
    expect((await engine.fetch('/health')).headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('names an unknown route and never a stack', async () => {
    await using engine = await startTestEngine();
    const answer = await engine.fetch('/api/nothing-here');
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/\n\s+at /);
  });
});

describe('requests from other sites', () => {
  test('with a session are refused, and accepted from here and from trusted origins', async () => {
    await using engine = await startTestEngine({ http: { trustedOrigins: ['https://dev.example.com'] } });
    const { fetch: fetchAs } = await engine.as('marketer');
    const rename = (origin: string | undefined) =>
      fetchAs('/trpc/session.setPreferences', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) },
        body: JSON.stringify({ theme: 'dark' }),
      });
    expect((await rename('https://evil.example')).status).toBe(403);
    expect((await rename('https://dev.example.com')).status).toBe(200);
    expect((await rename(engine.url)).status).toBe(200);
    expect((await rename(undefined)).status).toBe(200);
  });
});

describe('the UI', () => {
  test('is served with long-lived assets, and every page of it gets index.html', async () => {
    const uiDir = await mkdtemp(join(tmpdir(), 'tendril-ui-'));
    await mkdir(join(uiDir, 'assets'));
    await writeFile(join(uiDir, 'index.html'), '<title>UI</title>');
    await writeFile(join(uiDir, 'assets', 'app-1.js'), 'export {}');
    try {
      await using engine = await startTestEngine({ http: { uiDir } });
      const seen = async (path: string) => {
        const answer = await engine.fetch(path);
        return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.text() };
      };
      expect(await seen('/')).toMatchObject({ status: 200, body: '<title>UI</title>' });
      expect(await seen('/journeys/abc')).toMatchObject({ status: 200, cache: 'no-cache', body: '<title>UI</title>' });
      expect(await seen('/assets/app-1.js')).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' });
      expect((await seen('/assets/gone.js')).status).toBe(404);
      expect((await seen('/trpc/nothing')).status).toBe(404);
      expect((await seen('/api/nothing')).status).toBe(404);
      expect((await seen('/..%2f..%2fetc/passwd')).body).not.toContain('root:');
    } finally {
      await rm(uiDir, { recursive: true });
    }
  });
});

describe('metrics', () => {
  test('without a token answer this machine', async () => {
    await using engine = await startTestEngine();
    expect(await (await engine.fetch('/metrics')).text()).toContain('tendril_outbox_backlog 0');
  });

  test('with a token answer only who has it', async () => {
    await using engine = await startTestEngine({ http: { metricsToken: 'a-token-for-prometheus' } });
    expect((await engine.fetch('/metrics')).status).toBe(401);
    const answer = await engine.fetch('/metrics', { headers: { authorization: 'Bearer a-token-for-prometheus' } });
    expect(await answer.text()).toContain('tendril_http_request_seconds');
  });
});

test('a route that does not say who may call it keeps the server from starting', () => {
  const app = Fastify();
  guardRoutes(app, async () => null);
  expect(() => app.get('/forgotten', async () => 'x')).toThrow(/does not say who may call it/);
});

describe('the log', () => {
  test('holds no secrets', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.info({
      password: 'p1',
      config: { secret: 's2' },
      a: { b: { token: 't3' } },
      req: { method: 'GET', url: '/t/c/k1.abc.def?key=k4', headers: { cookie: 'c5' } },
    });
    expect(lines.join()).not.toMatch(/p1|s2|t3|abc|k4|c5/);
  });

  test.each([
    ['/t/u/k1.payload.mac', '/t/u/[redacted]'],
    ['/u/k1.payload.mac?lang=en', '/u/[redacted]?lang=en'],
    ['/wecom/callback?msg_signature=abc&nonce=1', '/wecom/callback?msg_signature=[redacted]&nonce=1'],
    ['/leads/42', '/leads/42'],
  ])('writes %s as %s', (url, written) => {
    expect(redactUrl(url)).toBe(written);
  });
});

test('a database that is away is told from a mistake, however deep the cause lies', () => {
  expect(isDatabaseAway(new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }))).toBe(true);
  expect(isDatabaseAway(Object.assign(new Error('unique'), { code: 'P2002' }))).toBe(false);
  expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
});
