import { saveChannelSettings } from '@tendril/db';
import { createStandIn, demoCredentials } from '@tendril/wecom-stand-in';
import { expect, test } from 'vitest';
import { STAND_IN_CREDENTIALS } from '../../src/demo/stand-in-credentials.ts';
import { eventually, startTestEngine, TEST_SECRET, type TestEngine } from '../start-test-engine.ts';

/** Points the workspace to a stand-in and adds a lead by hand. */
async function addLead(engine: TestEngine, baseUrl: string, corpId: string = STAND_IN_CREDENTIALS.corpId): Promise<string> {
  const settings = { baseUrl, ...STAND_IN_CREDENTIALS, corpId };
  await saveChannelSettings(engine.db, { secret: TEST_SECRET, workspaceId: engine.workspaceId, channel: 'wecom', settings });
  const { api } = await engine.as('marketer');
  const { id } = await api.leads.create.mutate({ name: '王芳', phone: '17000001234', consentEmail: false });
  return id;
}

test('the stand-in and the seed agree on the credentials', () => {
  expect(demoCredentials).toMatchObject(STAND_IN_CREDENTIALS);
});

test('in the demo a lead with a phone becomes a colleague’s friend on the stand-in, and the callback tells us so', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  await using standIn = await createStandIn({ callbackUrl: `${engine.url}/wecom/callback` });
  const leadId = await addLead(engine, standIn.url);
  const [contact] = await eventually(async () => {
    const contacts = await engine.db.client.wecomContact.findMany({ where: { leadId } });
    return contacts.length > 0 && contacts;
  });
  expect(contact).toMatchObject({ staffUserId: 'zhangsan', removedAt: null });
  expect(Object.values(standIn.state.customers)).toMatchObject([{ name: '王芳', phone: '+8617000001234', external_userid: contact?.externalUserId }]);
  const view = await engine.engine.runtime.snapshot({ workspaceId: engine.workspaceId, leadId });
  expect(view?.reachable['wecom']).toBe(true);
});

test('in production nobody is told of anything', async () => {
  await using engine = await startTestEngine();
  await using standIn = await createStandIn();
  await addLead(engine, standIn.url);
  expect(standIn.state.customers).toEqual({});
});

test('a demo that was pointed at another WeCom tells it nothing', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  await using standIn = await createStandIn();
  await addLead(engine, standIn.url, 'ww-of-a-real-corp');
  expect(standIn.state.customers).toEqual({});
});

test('a stand-in that is away costs no lead', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  const leadId = await addLead(engine, 'http://127.0.0.1:9');
  expect(await engine.db.client.lead.count({ where: { id: leadId } })).toBe(1);
});
