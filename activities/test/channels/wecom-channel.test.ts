import { createWecomChannel, createWecomClient } from '@tendril/activities/channels';
import { createStandIn, demoCredentials } from '@tendril/wecom-stand-in';
import { expect, test } from 'vitest';

/** A channel against the stand-in, with a clock of its own. */
async function open(options: { secret?: string; looks?: readonly number[]; dispatchMs?: number } = {}) {
  const clock = { at: Date.UTC(2026, 10, 24) };
  const standIn = await createStandIn({ dispatchMs: options.dispatchMs ?? 0, now: () => clock.at });
  const { corpId, agentId } = demoCredentials;
  const client = createWecomClient({ baseUrl: standIn.url, corpId, secret: options.secret ?? demoCredentials.secret }, { now: () => clock.at });
  const person = async (path: string, body: object) =>
    (
      await fetch(`${standIn.url}/stand-in/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    ).json();
  return {
    clock,
    standIn,
    person,
    channel: createWecomChannel(client, { agentId, now: () => clock.at, looks: options.looks ?? [] }),
    customer: async (name = '李雷', staff = 'zhangsan') => (await person('customers', { name, staff })).external_userid as string,
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
  await using world = await open({ secret: 'wrong' });
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: ['x'], text: '您好' })).toMatchObject({
    is: 'not-sent',
    again: false,
  });
});

test('no error text carries the secret or a token', async () => {
  await using world = await open({ secret: 'a-very-secret-word' });
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
  ['an ill gateway may have passed the call on', { status: 502 }, { is: 'unknown' }],
  ['a wrong address is a matter of the settings', { status: 404 }, { is: 'not-sent', again: false }],
])('%s', async (_, fault, expected) => {
  await using world = await open();
  const customer = await world.customer();
  await world.person('faults', { path: PATH, ...fault });
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' })).toMatchObject(expected);
});

test('a WeCom that cannot be reached certainly has nothing', async () => {
  const { corpId, secret, agentId } = demoCredentials;
  const gone = await createStandIn();
  await gone.stop();
  const client = createWecomClient({ baseUrl: gone.url, corpId, secret });
  expect(await createWecomChannel(client, { agentId }).createMassMessage({ sender: 'zhangsan', customers: ['x'], text: '您好' })).toMatchObject({
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

test('no errcode ever leads to a second task by itself: whatever is answered, one call was made', async () => {
  await using world = await open();
  const customer = await world.customer();
  for (const errcode of [-1, 45009, 40001, 84061, 40201, 48002, 99999]) {
    await world.person('faults', { path: PATH, errcode, times: 1 });
    expect((await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' })).is).not.toBe('created');
  }
  expect(world.standIn.state.massSends).toEqual([]);
});

test('an order without an answer is looked for, and found if it was carried out', async () => {
  await using world = await open({ looks: [0, 10] });
  const [customer, other] = [await world.customer(), await world.customer('韩梅梅')];
  const order = { sender: 'zhangsan', customers: [customer], text: '您好' };
  // The same words to somebody else, and to the same customer from somebody else, are other tasks.
  await world.channel.createMassMessage({ ...order, customers: [other] });
  await world.customer('李雷', 'lisi');
  await world.person('faults', { path: PATH, drop: 'after' });
  const found = await world.channel.createMassMessage(order);
  expect(found).toEqual({ is: 'created', msgid: world.standIn.state.massSends.at(-1)?.msgid, unreachable: [] });
  expect(world.standIn.state.massSends).toHaveLength(2);
});

test('an order that was never carried out stays unknown: not finding it proves nothing', async () => {
  await using world = await open({ looks: [0, 10] });
  const [customer, other] = [await world.customer(), await world.customer('韩梅梅')];
  await world.channel.createMassMessage({ sender: 'zhangsan', customers: [other], text: '您好' });
  await world.person('faults', { path: PATH, drop: 'before' });
  expect(await world.channel.createMassMessage({ sender: 'zhangsan', customers: [customer], text: '您好' })).toMatchObject({ is: 'unknown' });
  expect(world.standIn.state.massSends).toHaveLength(1);
});

test('the same note reaches a colleague once, a test of a message every time', async () => {
  await using world = await open();
  for (const mayRepeat of [false, false, true, true]) await world.channel.tellStaff({ people: ['zhangsan'], text: '[Test] 您好', mayRepeat });
  expect(world.standIn.state.notices).toHaveLength(3);
});
