import { createDb } from '@tendril/db';
import { startPostgres } from '@tendril/launcher/test-services';
import { expect, test } from 'vitest';
import { createAuth } from '../../src/auth/create-auth.ts';
import { createWorkspace } from '../../src/setup/create-workspace.ts';
import { replacePassword } from '../../src/setup/replace-password.ts';

const wanted = { name: 'Example Ltd', adminName: 'Ada', adminEmail: 'Ada@Example.com', timeZone: 'Asia/Shanghai', locale: 'en' } as const;

async function startAuth() {
  const database = await startPostgres();
  const db = createDb(database.url, { connections: 2 });
  const auth = createAuth({ client: db.client, secret: 'a-secret-for-tests-of-at-least-32-characters', publicUrl: 'http://127.0.0.1' });
  const close = async (): Promise<void> => {
    await db.close();
    await database[Symbol.asyncDispose]();
  };
  return { db, auth, [Symbol.asyncDispose]: close };
}

test('the first admin can log in with the password that is printed', async () => {
  await using parts = await startAuth();
  const { workspaceId, password } = await createWorkspace(parts, wanted);
  const { user } = await parts.auth.api.signInEmail({ body: { email: 'ada@example.com', password: password ?? '' } });
  const members = await parts.db.client.member.findMany({ where: { workspaceId } });
  expect(members).toMatchObject([{ userId: user.id, role: 'admin' }]);
});

test('the workspace runs on real time and begins with rules and dispositions', async () => {
  await using parts = await startAuth();
  const { workspaceId: id } = await createWorkspace(parts, wanted);
  expect(await parts.db.client.workspace.findUnique({ where: { id } })).toMatchObject({ kind: 'production', clockFactor: 1, locale: 'en' });
  expect(await parts.db.client.scoreRule.count({ where: { workspaceId: id } })).toBeGreaterThan(0);
  expect(await parts.db.client.disposition.count({ where: { workspaceId: id } })).toBeGreaterThan(0);
});

test('a person who has an account keeps their password in a second workspace', async () => {
  await using parts = await startAuth();
  const first = await createWorkspace(parts, wanted);
  const second = await createWorkspace(parts, { ...wanted, name: 'Second' });
  expect(second.password).toBeNull();
  await parts.auth.api.signInEmail({ body: { email: 'ada@example.com', password: first.password ?? '' } });
});

test('a replaced password ends the old one', async () => {
  await using parts = await startAuth();
  const { password } = await createWorkspace(parts, wanted);
  const signIn = (attempt: string | null) => parts.auth.api.signInEmail({ body: { email: 'ada@example.com', password: attempt ?? '' } });
  const { user } = await signIn(password);
  await replacePassword(parts.auth, user.id, 'another password');
  await expect(signIn(password)).rejects.toThrow();
  expect((await signIn('another password')).user.id).toBe(user.id);
});
