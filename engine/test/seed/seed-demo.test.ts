import { createDb, readChannelSettings } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { startPostgres } from '@tendril/launcher/test-services';
import { expect, test } from 'vitest';
import { createAuth } from '../../src/auth/create-auth.ts';
import { DEMO_DISPOSITIONS } from '../../src/seed/demo-dispositions.ts';
import { seedDemo } from '../../src/seed/index.ts';
import { workspaceNames } from '../../src/services/journeys/workspace-names.ts';
import { TEST_SECRET } from '../start-test-engine.ts';

const options = (databaseUrl: string) => ({
  databaseUrl,
  secret: TEST_SECRET,
  smtpUrl: 'smtp://127.0.0.1:2525',
  wecomBaseUrl: 'http://127.0.0.1:4600',
});

test('the demo has a person per role, rules, dispositions, templates, channels and a draft, but no leads', async () => {
  await using database = await startPostgres();
  const access = await seedDemo(options(database.url));
  await using db = createDb(database.url);
  const { client } = db;
  const workspace = await client.workspace.findFirstOrThrow();
  expect(workspace).toMatchObject({ kind: 'demo', clockFactor: 8_640 });
  expect(access.logins.map(({ role, email }) => `${role} ${email}`)).toEqual([
    'marketer marketer@demo.example',
    'sdr sdr@demo.example',
    'manager manager@demo.example',
    'admin admin@demo.example',
  ]);
  const auth = createAuth({ client, secret: TEST_SECRET, publicUrl: 'http://127.0.0.1' });
  for (const { email, password } of access.logins) {
    expect((await auth.api.signInEmail({ body: { email, password } })).user.email).toBe(email);
  }
  expect((await client.member.findMany({ where: { wecomUserId: { not: null } } })).map(({ wecomUserId }) => wecomUserId).toSorted()).toEqual([
    'lisi',
    'wangwu',
    'zhangsan',
  ]);
  expect(await client.disposition.count()).toBe(DEMO_DISPOSITIONS.length);
  expect(await client.scoreRule.count()).toBeGreaterThan(10);
  expect(await client.lead.count()).toBe(0);
  expect(await client.journeyVersion.count()).toBe(0);
  const settings = { secret: TEST_SECRET, workspaceId: workspace.id };
  expect(await readChannelSettings(db, { ...settings, channel: 'email' })).toMatchObject({ url: 'smtp://127.0.0.1:2525' });
  expect(await readChannelSettings(db, { ...settings, channel: 'wecom' })).toMatchObject({ baseUrl: 'http://127.0.0.1:4600' });
  expect(JSON.stringify(await client.channelSecret.findMany())).not.toContain('127.0.0.1');
});

test('the draft can be published as it is', async () => {
  await using database = await startPostgres();
  await seedDemo(options(database.url));
  await using db = createDb(database.url);
  const { draft, workspaceId } = await db.client.journey.findFirstOrThrow();
  const compiled = compile(draft, { nodeTypes: builtInNodeTypes, known: await workspaceNames(db, workspaceId) });
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the next start finds everything as people left it, with the same passwords and new addresses', async () => {
  await using database = await startPostgres();
  const first = await seedDemo(options(database.url));
  await using db = createDb(database.url);
  const { client } = db;
  await client.template.updateMany({ where: { key: 'thank-you' }, data: { name: 'Changed by hand' } });
  await client.journey.deleteMany();
  await client.journey.create({ data: { workspaceId: (await client.workspace.findFirstOrThrow()).id, name: 'Mine', draft: {} } });
  const second = await seedDemo({ ...options(database.url), smtpUrl: 'smtp://127.0.0.1:2600' });
  expect(second).toEqual(first);
  expect(await client.workspace.count()).toBe(1);
  expect(await client.user.count()).toBe(4);
  expect(await client.intakeKey.count()).toBe(1);
  expect((await client.template.findFirstOrThrow({ where: { key: 'thank-you' } })).name).toBe('Changed by hand');
  expect((await client.journey.findMany()).map(({ name }) => name)).toEqual(['Mine']);
  const { id: workspaceId } = await client.workspace.findFirstOrThrow();
  expect(await readChannelSettings(db, { secret: TEST_SECRET, workspaceId, channel: 'email' })).toMatchObject({ url: 'smtp://127.0.0.1:2600' });
});

test('another installation has other passwords', async () => {
  await using database = await startPostgres();
  const here = await seedDemo(options(database.url));
  await using other = await startPostgres();
  const there = await seedDemo({ ...options(other.url), secret: `${TEST_SECRET}-of-another` });
  expect(there.logins[0]?.password).not.toBe(here.logins[0]?.password);
  expect(there.intakeKey).not.toBe(here.intakeKey);
});

test('every disposition leads on by a port of the hand-off step', () => {
  const definition = builtInNodeTypes.get('hand-to-sdr');
  const ports = definition?.ports(definition.config.parse(definition.example)).map(({ id }) => id) ?? [];
  for (const { group } of DEMO_DISPOSITIONS) expect(ports).toContain(group);
});
