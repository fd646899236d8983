import { createWecomClient, type WecomCall, wecomCalls } from '@tendril/activities/channels';
import { createStandIn, demoCredentials } from '@tendril/wecom-stand-in';
import { describe, expect, test } from 'vitest';

const { corpId, secret } = demoCredentials;

/** A client against the stand-in; `asked` counts the calls of a path that reached it. */
async function open(options: { secret?: string; patience?: number } = {}) {
  const clock = { at: Date.UTC(2026, 10, 24) };
  const standIn = await createStandIn({ dispatchMs: 0, now: () => clock.at });
  const asked = new Map<string, number>();
  const { port } = new URL(standIn.url);
  const patience = options.patience === undefined ? {} : { patience: options.patience };
  const client = createWecomClient(
    { baseUrl: `http://127.0.0.1:${port}`, corpId, secret: options.secret ?? secret },
    { now: () => clock.at, ...patience },
  );
  standIn.app.server.prependListener('request', (request: { url?: string }) => {
    const path = (request.url ?? '').replace('/cgi-bin/', '').replace(/\?.*/, '');
    asked.set(path, (asked.get(path) ?? 0) + 1);
  });
  const control = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${standIn.url}/stand-in/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  return {
    clock,
    standIn,
    client,
    control,
    asked: (path: string) => asked.get(path) ?? 0,
    staff: () => client.call(wecomCalls.staffWithCustomers, {}),
    async [Symbol.asyncDispose]() {
      await standIn.stop();
    },
  };
}

const everybody = { follow_user: ['zhangsan', 'lisi', 'wangwu'] };

describe('the token', () => {
  test('is asked for once by many callers at the same time', async () => {
    await using world = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.staff()));
    expect(answers).toEqual(Array(20).fill(everybody));
    expect(world.asked('gettoken')).toBe(1);
  });

  test('is kept until five minutes before its end', async () => {
    await using world = await open();
    await world.staff();
    world.clock.at += 7_200_000 - 300_001;
    await world.staff();
    expect(world.asked('gettoken')).toBe(1);
    world.clock.at += 2;
    await world.staff();
    expect(world.asked('gettoken')).toBe(2);
  });

  test.each(['revoke', 'expire'] as const)('ended early (%s) is renewed once for all who were refused', async (end) => {
    await using world = await open();
    await world.staff();
    await world.control('tokens', { end });
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.staff()));
    expect(answers).toEqual(Array(8).fill(everybody));
    expect(world.asked('gettoken')).toBe(2);
  });

  test('that is refused again right after its renewal is not renewed a second time', async () => {
    await using world = await open();
    await world.control('faults', { path: 'externalcontact/get_follow_user_list', errcode: 40014, times: null });
    await expect(world.staff()).rejects.toMatchObject({ class: 'refresh-token', errcode: 40014 });
    expect(world.asked('externalcontact/get_follow_user_list')).toBe(2);
  });

  test('is not asked for again for ten minutes after a wrong secret, which would get our address blocked', async () => {
    await using world = await open({ secret: 'wrong' });
    for (let times = 0; times < 5; times += 1) await expect(world.staff()).rejects.toMatchObject({ class: 'config', errcode: 40001 });
    expect(world.asked('gettoken')).toBe(1);
    world.clock.at += 600_001;
    await expect(world.staff()).rejects.toMatchObject({ class: 'config' });
    expect(world.asked('gettoken')).toBe(2);
  });
});

describe('an answer that never comes', () => {
  const order = { chat_type: 'single', sender: 'zhangsan', external_userid: ['x'], text: { content: '您好' } };

  test.each<[string, WecomCall, Readonly<Record<string, unknown>>, string]>([
    ['may be asked for again if asking twice is harmless', wecomCalls.staffWithCustomers, {}, 'transient'],
    ['leaves what may not be repeated in doubt', wecomCalls.createMassMessage, order, 'no-answer'],
  ])('%s', async (_, call, input, expected) => {
    await using world = await open();
    await world.control('faults', { path: call.path, drop: 'after' });
    await expect(world.client.call(call, input)).rejects.toMatchObject({ class: expected, errcode: null });
  });

  test('is not waited for longer than agreed', async () => {
    await using world = await open({ patience: 100 });
    await world.control('faults', { path: wecomCalls.createMassMessage.path, delayMs: 5_000 });
    const started = performance.now();
    await expect(world.client.call(wecomCalls.createMassMessage, order)).rejects.toMatchObject({ class: 'no-answer' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

test('what is already so counts as done', async () => {
  await using world = await open();
  const { external_userid } = await world.control('customers', { name: '李雷', staff: 'zhangsan' });
  const order = { chat_type: 'single', sender: 'zhangsan', external_userid: [external_userid], text: { content: '您好' } };
  const { msgid } = await world.client.call(wecomCalls.createMassMessage, order);
  await world.client.call(wecomCalls.cancelMassMessage, { msgid });
  await expect(world.client.call(wecomCalls.cancelMassMessage, { msgid })).resolves.toBeDefined();
});

test('empty fields beside an errcode are never read as an empty list', async () => {
  await using world = await open();
  await expect(world.client.call(wecomCalls.customersOf, { userid: 'zhangsan' })).rejects.toMatchObject({ class: 'unreachable', errcode: 84061 });
});

test('no error tells the secret or a token, even if WeCom repeats them', async () => {
  await using world = await open();
  await world.staff();
  const token = world.standIn.state.tokens[0]?.value ?? '';
  const told: string[] = [];
  const note = (error: unknown) => void told.push(`${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`);
  for (const fault of [{ errcode: 40058 }, { status: 500 }, { status: 400 }, { drop: 'before' }]) {
    await world.control('faults', { path: 'externalcontact/get_follow_user_list', ...fault });
    await world.staff().catch(note);
  }
  expect(told).toHaveLength(4);
  for (const text of told) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('access_token=');
  }
});

test('at most four calls of a path run at once, and all get their turn', async () => {
  await using world = await open();
  let running = 0;
  let most = 0;
  world.standIn.app.server.on('request', (_request: unknown, response: { once(event: 'close', heard: () => void): void }) => {
    running += 1;
    most = Math.max(most, running);
    response.once('close', () => {
      running -= 1;
    });
  });
  await world.staff();
  await world.control('faults', { path: 'externalcontact/get_follow_user_list', delayMs: 20, times: null });
  const answers = await Promise.all(Array.from({ length: 13 }, () => world.staff()));
  expect(answers).toHaveLength(13);
  expect(most).toBe(4);
});

test('the calls for customers read what the stand-in, and WeCom, answers', async () => {
  await using world = await open();
  const { external_userid } = await world.control('customers', { name: '李雷', staff: 'lisi', state: 'c.expo' });
  await world.client.call(wecomCalls.remark, { userid: 'lisi', external_userid, remark: '展会' });
  const { follow_user, external_contact } = await world.client.call(wecomCalls.customer, { external_userid });
  expect(external_contact.name).toBe('李雷');
  expect(follow_user).toMatchObject([{ userid: 'lisi', remark: '展会', state: 'c.expo' }]);
  const { external_contact_list } = await world.client.call(wecomCalls.customersByStaff, { userid_list: ['lisi'] });
  expect(external_contact_list.map((one) => [one.external_contact.external_userid, one.follow_info.remark])).toEqual([[external_userid, '展会']]);
});
