import { createWecomChannel, createWecomClient } from '@tendril/activities/channels';
import { createStandIn, demoCredentials } from '@tendril/wecom-stand-in';
import { expect, test } from 'vitest';

/** A channel against the stand-in, with a clock of its own. */
async function open(secret: string = demoCredentials.secret) {
  const clock = { at: Date.UTC(2026, 10, 24) };
  const standIn = await createStandIn({ dispatchMs: 0, now: () => clock.at });
  const { corpId, agentId, callbackToken, callbackAesKey } = demoCredentials;
  const settings = { baseUrl: standIn.url, corpId, secret, agentId, callbackToken, callbackAesKey };
  const person = async (path: string, body: object) =>
    (
      await fetch(`${standIn.url}/stand-in/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    ).json();
  return {
    clock,
    standIn,
    person,
    channel: createWecomChannel(
      createWecomClient(settings, () => clock.at),
      agentId,
    ),
    customer: async () => (await person('customers', { name: '李雷', staff: 'zhangsan' })).external_userid as string,
    async [Symbol.asyncDispose]() {
      await standIn.stop();
    },
  };
}

const PATH = 'externalcontact/add_msg_template';

test('a task is created, watched until it is confirmed, and its delivery is known', async () => {
  await using world = await open();
  const customer = await world.customer();
  const created = await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' });
  if (created.is !== 'created') throw new Error(created.is);
  const task = { msgid: created.msgid, sender: 'zhangsan' };
  expect(await world.channel.hasConfirmed(task)).toBe(false);
  await world.person('confirm', { msgid: created.msgid, userid: 'zhangsan' });
  expect(await world.channel.hasConfirmed(task)).toBe(true);
  expect(await world.channel.deliveryTo({ ...task, customer })).toBe('sent');
});

test('an expired token is renewed once, without the caller noticing', async () => {
  await using world = await open();
  const customer = await world.customer();
  await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '一' });
  for (const token of world.standIn.state.tokens) token.revoked = true;
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '二' })).toMatchObject({ is: 'created' });
});

test('a wrong secret is not tried again', async () => {
  await using world = await open('wrong');
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: ['x'], text: '您好' })).toMatchObject({
    is: 'not-sent',
    again: false,
  });
});

test('no error text carries the secret or a token', async () => {
  await using world = await open('a-very-secret-word');
  const outcome = await world.channel.createMassMessage({ sender: 'zhangsan', customers: ['x'], text: '您好' });
  expect(JSON.stringify(outcome)).not.toContain('a-very-secret-word');
});

test.each([
  ['a busy WeCom is asked again', { errcode: -1 }, { is: 'not-sent', again: true }],
  ['a throttled call waits longer', { errcode: 45009 }, { is: 'not-sent', again: true, pauseMs: 600_000 }],
  ['a customer who is no friend is unreachable', { errcode: 84061 }, { is: 'unreachable' }],
  ['spam is refused for good', { errcode: 40201 }, { is: 'refused' }],
  ['a line that breaks after the call leaves the fate unknown', { drop: 'after' }, { is: 'unknown' }],
  ['a line that breaks before the call leaves it unknown too, because nobody can tell', { drop: 'before' }, { is: 'unknown' }],
])('%s', async (_, fault, expected) => {
  await using world = await open();
  const customer = await world.customer();
  await world.person('faults', { path: PATH, ...fault });
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' })).toMatchObject(expected);
});

test('a WeCom that cannot be reached certainly has nothing', async () => {
  const { corpId, secret, agentId, callbackToken, callbackAesKey } = demoCredentials;
  const gone = await createStandIn();
  await gone.stop();
  const client = createWecomClient({ baseUrl: gone.url, corpId, secret, agentId, callbackToken, callbackAesKey });
  expect(await createWecomChannel(client, agentId).createMassMessage({ sender: 'zhangsan', customers: ['x'], text: '您好' })).toMatchObject({
    is: 'not-sent',
    again: true,
  });
});

test('a question for the token that is never answered costs nothing: the message was not asked for yet', async () => {
  await using world = await open();
  const customer = await world.customer();
  await world.person('faults', { path: 'gettoken', drop: 'after' });
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' })).toMatchObject({
    is: 'not-sent',
    again: true,
  });
});

test('a note reaches the colleagues WeCom knows', async () => {
  await using world = await open();
  expect(await world.channel.tellStaff({ people: ['zhangsan', 'nobody'], text: '新线索' })).toEqual({ is: 'sent' });
  expect(world.standIn.state.notices.map((notice) => notice.userid)).toEqual(['zhangsan']);
  expect(await world.channel.tellStaff({ people: ['nobody'], text: '新线索' })).toMatchObject({ is: 'refused' });
});
