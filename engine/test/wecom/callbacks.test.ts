import { createCallbackSeal } from '@tendril/content/wecom-callback';
import { saveChannelSettings } from '@tendril/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leadOfState, leadState } from '../../src/wecom/lead-state.ts';
import { startTestEngine, TEST_SECRET, type TestEngine } from '../start-test-engine.ts';

const settings = {
  baseUrl: 'http://127.0.0.1:1',
  corpId: 'wwcorp',
  secret: 'app-secret',
  agentId: 1,
  callbackToken: 'callbackToken',
  callbackAesKey: 'dGVuZHJpbC1zdGFuZC1pbi1kZW1vLWFlcy1rZXkhISE',
};
const seal = createCallbackSeal({ corpId: settings.corpId, token: settings.callbackToken, aesKey: settings.callbackAesKey });

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
  await saveChannelSettings(engine.db, { secret: TEST_SECRET, workspaceId: engine.workspaceId, channel: 'wecom', settings });
});
afterAll(() => engine[Symbol.asyncDispose]());

/** Posts what WeCom would post. */
function call(xml: string, by = seal, timestamp = '1700000000'): Promise<Response> {
  const { encrypted, signature } = by.close(xml, { timestamp, nonce: 'n' });
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce: 'n' });
  return engine.fetch(`/wecom/callback?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  });
}

const contactEvent = (change: string, fields: Record<string, string>): string => {
  const all = { ToUserName: settings.corpId, FromUserName: 'sys', MsgType: 'event', Event: 'change_external_contact', ChangeType: change, ...fields };
  return `<xml>${Object.entries(all)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;
};

test('the address is verified by sending the echo back, bare', async () => {
  const { encrypted, signature } = seal.close('echo me', { timestamp: '1', nonce: 'n' });
  const query = `msg_signature=${signature}&timestamp=1&nonce=n&echostr=${encodeURIComponent(encrypted)}`;
  const answer = await engine.fetch(`/wecom/callback?${query}`);
  expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: 'echo me' });
});

describe('a callback is refused', () => {
  test('if another key sealed it', async () => {
    const stranger = createCallbackSeal({ corpId: settings.corpId, token: 'another', aesKey: settings.callbackAesKey });
    expect((await call(contactEvent('add_external_contact', { UserID: 'zhangsan', ExternalUserID: 'wm-x' }), stranger)).status).toBe(401);
  });

  test('if it is for another corp', async () => {
    const other = createCallbackSeal({ corpId: 'wwother', token: settings.callbackToken, aesKey: settings.callbackAesKey });
    expect((await call('<xml/>', other)).status).toBe(401);
    expect(await engine.db.client.event.count({ where: { type: 'wecom' } })).toBe(0);
  });
});

test('a new friend whose code names a lead is that lead, once however often WeCom calls', async () => {
  const { workspaceId } = engine;
  const { leadId } = await engine.engine.runtime.upsertLead({ workspaceId, fields: { email: 'friend@a.example' }, policy: 'fill' });
  const xml = contactEvent('add_external_contact', { UserID: 'zhangsan', ExternalUserID: 'wm-1', State: leadState(leadId), CreateTime: '1' });
  expect([(await call(xml)).status, (await call(xml)).status]).toEqual([200, 200]);
  expect(await engine.db.client.event.findMany({ where: { leadId, name: 'WeCom Friend Added' } })).toHaveLength(1);
  expect(await engine.db.client.wecomContact.findMany({ where: { leadId } })).toMatchObject([
    { staffUserId: 'zhangsan', externalUserId: 'wm-1', removedAt: null },
  ]);
  expect(await engine.db.client.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({ owner: 'zhangsan' });

  await call(contactEvent('del_follow_user', { UserID: 'zhangsan', ExternalUserID: 'wm-1', CreateTime: '2' }));
  const [contact] = await engine.db.client.wecomContact.findMany({ where: { leadId } });
  expect(contact?.removedAt).not.toBeNull();
});

test('a new friend nobody knows becomes a lead of the colleague', async () => {
  await call(contactEvent('add_external_contact', { UserID: 'lisi', ExternalUserID: 'wm-new', State: 'expo-2026', CreateTime: '3' }));
  const identity = await engine.db.client.leadIdentity.findFirstOrThrow({ where: { kind: 'wecom', value: 'wm-new' }, include: { lead: true } });
  expect(identity.lead.owner).toBe('lisi');
});

test('two customers who come in the same second are two', async () => {
  const both = ['wm-a', 'wm-b'].map((id) => contactEvent('add_external_contact', { UserID: 'lisi', ExternalUserID: id, CreateTime: '99' }));
  await Promise.all(both.map((xml) => call(xml)));
  expect(await engine.db.client.wecomContact.count({ where: { externalUserId: { in: ['wm-a', 'wm-b'] } } })).toBe(2);
});

test('a state of somebody else’s making or of another workspace names no lead here', async () => {
  const other = await engine.db.client.workspace.create({ data: { name: 'Other' } });
  const { leadId } = await engine.engine.runtime.upsertLead({ workspaceId: other.id, fields: { email: 'theirs@a.example' }, policy: 'fill' });
  await call(contactEvent('add_external_contact', { UserID: 'lisi', ExternalUserID: 'wm-foreign', State: leadState(leadId), CreateTime: '5' }));
  expect(await engine.db.client.wecomContact.count({ where: { leadId } })).toBe(0);
});

test('what we have no use for is taken and forgotten', async () => {
  const before = await engine.db.client.event.count();
  expect((await call(contactEvent('edit_external_contact', { UserID: 'lisi', ExternalUserID: 'wm-1' }))).status).toBe(200);
  expect(await engine.db.client.event.count()).toBe(before);
});

describe('a state', () => {
  test('carries a lead’s id in at most 30 characters', () => {
    const id = '01a20bed-d51e-73cc-9b60-f40de2f88dc7';
    expect(leadState(id).length).toBeLessThanOrEqual(30);
    expect(leadOfState(leadState(id))).toBe(id);
  });

  test.each([undefined, '', 'l_short', 'expo', `l_${'!'.repeat(22)}`])('%j is none of ours', (state) => {
    expect(leadOfState(state)).toBeNull();
  });
});
