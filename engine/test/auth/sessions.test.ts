import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailOf, logIn, PASSWORD, startTestEngine, type TestEngine } from '../start-test-engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  engine.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', origin: engine.url, ...headers }, body: JSON.stringify(body) });

test('a session says who and where one is, and ends with the log-out', async () => {
  const { api, cookie } = await logIn({ url: engine.url, db: engine.db, email: emailOf('sdr') });
  expect(await api.session.me.query()).toMatchObject({
    user: { name: 'The sdr', email: 'sdr@test.example' },
    role: 'sdr',
    workspace: { id: engine.workspaceId, kind: 'production', clock: { factor: 1 } },
    demoLinks: null,
  });
  expect((await post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
  await expect(api.session.me.query()).rejects.toMatchObject({ data: { httpStatus: 401 } });
});

test('nobody can sign up', async () => {
  const answer = await post('/api/auth/sign-up/email', { name: 'Eve', email: 'eve@evil.example', password: PASSWORD });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await engine.db.client.user.count({ where: { email: 'eve@evil.example' } })).toBe(0);
});

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await post('/api/auth/sign-in/email', { email: emailOf('sdr'), password: 'not the password' });
  const unknown = await post('/api/auth/sign-in/email', { email: 'nobody@test.example', password: 'not the password' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.text()).toBe(await unknown.text());
});

test('the cookie is not for scripts and not for other sites, and has a name of this installation', async () => {
  const answer = await post('/api/auth/sign-in/email', { email: emailOf('manager'), password: PASSWORD });
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^tendril-[0-9a-f]{8}\.session_token=/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/i);
});

test('behind https the cookie is for https only', async () => {
  await using secure = await startTestEngine({ http: { publicUrl: 'https://nurture.example.com' } });
  const headers = { 'content-type': 'application/json', origin: 'https://nurture.example.com' };
  const answer = await secure.fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: emailOf('admin'), password: PASSWORD }),
  });
  expect(answer.headers.getSetCookie()[0]).toMatch(/Secure/i);
});

test('a forged cookie is a stranger', async () => {
  const { cookie } = await engine.as('admin');
  const forged = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
  expect((await engine.fetch('/trpc/session.me', { headers: { cookie: forged } })).status).toBe(401);
});

test('who is no member any more is a stranger, session or not', async () => {
  const { api, userId } = await logIn({ url: engine.url, db: engine.db, email: emailOf('manager') });
  const member = { workspaceId_userId: { workspaceId: engine.workspaceId, userId } };
  const { role, workspaceId } = await engine.db.client.member.delete({ where: member });
  await expect(api.session.me.query()).rejects.toMatchObject({ data: { httpStatus: 401 } });
  await engine.db.client.member.create({ data: { workspaceId, userId, role } });
});

test('a member of two workspaces names one, and cannot name a third', async () => {
  const { cookie, userId } = await logIn({ url: engine.url, db: engine.db, email: emailOf('marketer') });
  const second = await engine.db.client.workspace.create({ data: { name: 'Second' } });
  const third = await engine.db.client.workspace.create({ data: { name: 'Third' } });
  await engine.db.client.member.create({ data: { workspaceId: second.id, userId, role: 'sdr' } });
  const workspaceOf = async (named?: string) => {
    const headers = { cookie, ...(named === undefined ? {} : { 'x-tendril-workspace': named }) };
    const answer = await engine.fetch('/trpc/session.me', { headers });
    if (!answer.ok) return answer.status;
    const { result } = (await answer.json()) as { result: { data: { role: string; workspace: { name: string } } } };
    return `${result.data.workspace.name} as ${result.data.role}`;
  };
  expect(await workspaceOf()).toBe('Test as marketer');
  expect(await workspaceOf(second.id)).toBe('Second as sdr');
  expect(await workspaceOf(third.id)).toBe(401);
  expect(await workspaceOf('not-a-uuid')).toBe(401);
});

test('log-ins are limited per address', async () => {
  await using limited = await startTestEngine({ http: { loginsPerMinute: 3 } });
  const attempt = () =>
    limited.fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: limited.url },
      body: JSON.stringify({ email: emailOf('admin'), password: 'guess' }),
    });
  const statuses = [];
  for (let tries = 0; tries < 4; tries += 1) statuses.push((await attempt()).status);
  expect(statuses).toEqual([401, 401, 401, 429]);
});

test('preferences are kept', async () => {
  const { api } = await engine.as('admin');
  await api.session.setPreferences.mutate({ locale: 'en', theme: 'dark' });
  await api.session.setPreferences.mutate({ theme: null });
  expect((await api.session.me.query()).user).toMatchObject({ locale: 'en', theme: null });
});
