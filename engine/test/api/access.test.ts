import type { AnyProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may } from '../../src/api/permissions.ts';
import type { RouteMeta } from '../../src/api/procedures.ts';
import { appRouter } from '../../src/api/router.ts';
import { ROLES, startTestEngine, type TestEngine } from '../start-test-engine.ts';

/** Every procedure of the router, found by walking it: a new one is tested without anybody thinking of it. */
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).map(([path, procedure]) => ({
  path,
  type: procedure._def.type,
  permission: (procedure._def.meta as RouteMeta | undefined)?.permission,
}));

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine({ http: { metricsToken: 'a-token-for-prometheus' } });
});
afterAll(() => engine[Symbol.asyncDispose]());

const call = (path: string, type: string, headers: Record<string, string> = {}): Promise<Response> =>
  type === 'query'
    ? engine.fetch(`/trpc/${path}`, { headers })
    : engine.fetch(`/trpc/${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' });

test('the router was walked', () => {
  expect(procedures.length).toBeGreaterThan(40);
});

describe.each(procedures)('$path', ({ path, type, permission }) => {
  test('names a permission', () => {
    expect(permission).toBeDefined();
  });

  test('refuses a stranger', async () => {
    expect((await call(path, type)).status).toBe(401);
  });

  test('refuses exactly the wrong roles', async () => {
    for (const role of ROLES) {
      const { cookie } = await engine.as(role);
      const { status } = await call(path, type, { cookie });
      const allowed = permission !== undefined && may(role, permission);
      expect({ role, refused: status === 401 || status === 403 }).toEqual({ role, refused: !allowed });
      if (!allowed) expect(status).toBe(403);
    }
  });
});

describe('plain routes', () => {
  test('each says who may call it', () => {
    expect(engine.engine.routes.length).toBeGreaterThan(20);
    for (const { access } of engine.engine.routes) expect(access).toBeDefined();
  });

  test('those that demand a permission refuse a stranger and the wrong roles', async () => {
    const guarded = engine.engine.routes.flatMap((route) =>
      'permission' in route.access ? [{ ...route, permission: route.access.permission }] : [],
    );
    expect(guarded.length).toBeGreaterThan(0);
    for (const { method, url, permission } of guarded) {
      const path = url.replace(':id', '0192d7a0-0000-7000-8000-000000000000');
      expect({ method, url, status: (await engine.fetch(path, { method })).status }).toEqual({ method, url, status: 401 });
      for (const role of ROLES) {
        const { cookie } = await engine.as(role);
        const { status } = await engine.fetch(path, { method, headers: { cookie } });
        expect({ method, url, role, refused: status === 403 }).toEqual({ method, url, role, refused: !may(role, permission) });
      }
    }
  });

  test('those with a credential of their own refuse whoever has none', async () => {
    const guarded = engine.engine.routes.filter(({ access }) => 'credential' in access);
    expect(guarded.length).toBeGreaterThan(10);
    for (const { method, url, access } of guarded) {
      if (method === 'HEAD') continue;
      const path = url.replace(':token', 'k1.bm90LW91cnM.AAAAAAAAAAAAAAAAAAAAAA');
      const { status, redirected } = await engine.fetch(path, { method, redirect: 'manual', ...(method === 'POST' ? { body: '{}' } : {}) });
      const isSignedLink = 'credential' in access && access.credential === 'signed-token';
      // A picture is shown whatever the token says, but nothing is recorded for it.
      const expected = url.startsWith('/t/o/') ? 200 : isSignedLink ? 404 : 401;
      expect({ method, url, status, redirected }).toEqual({ method, url, status: expected, redirected: false });
    }
    expect(await engine.db.client.event.count()).toBe(0);
  });

  test('those that are open to all are these and no others', () => {
    const open = engine.engine.routes
      .filter(({ access, method }) => 'public' in access && method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url}`);
    expect(open.toSorted()).toEqual([
      'GET /api/auth/*',
      'GET /api/demo-accounts',
      'GET /health',
      'GET /trpc/:path',
      'OPTIONS /v1/*',
      'POST /api/auth/*',
      'POST /api/auth/sign-in/*',
      'POST /trpc/:path',
    ]);
  });
});
