import { describe, expect, test } from 'vitest';
import { fieldOf, listenForCallbacks } from './support/callback-listener.ts';
import { openStandIn } from './support/open-stand-in.ts';

const fields = (xml: string | undefined, ...names: string[]) => names.map((name) => fieldOf(xml ?? '', name));

describe('the app is told, sealed,', () => {
  test('when a customer adds a colleague: once, with channel and welcome code', async () => {
    await using listener = await listenForCallbacks();
    await using app = await openStandIn({ callbackUrl: listener.url });
    const wish = { name: '李雷', staff: 'lisi', phone: '1', state: 'c.expo & 展会' };
    const { external_userid } = await app.person('customers', wish);
    await app.person('customers', wish);
    await app.standIn.callbacksSettled();
    expect(listener.told).toHaveLength(1);
    expect(fields(listener.told[0], 'Event', 'ChangeType', 'UserID', 'ExternalUserID', 'State', 'FromUserName')).toEqual([
      'change_external_contact',
      'add_external_contact',
      'lisi',
      external_userid,
      'c.expo & 展会',
      'sys',
    ]);
    expect(fieldOf(listener.told[0] ?? '', 'WelcomeCode')).toMatch(/^[\w-]{20,}$/);
  });

  test('when either side deletes the other, and when somebody types, without the words', async () => {
    await using listener = await listenForCallbacks();
    await using app = await openStandIn({ callbackUrl: listener.url });
    const [one, other] = [await app.customer('甲'), await app.customer('乙')];
    await app.person('unfriend', { userid: 'zhangsan', external_userid: one, by: 'staff' });
    await app.person('reply', { userid: 'zhangsan', external_userid: other, text: '想了解价格' });
    await app.person('unfriend', { userid: 'zhangsan', external_userid: other, by: 'customer' });
    await app.standIn.callbacksSettled();
    const changes = listener.told.map((xml) => fieldOf(xml, 'ChangeType') ?? fieldOf(xml, 'Event'));
    expect(changes.toSorted()).toEqual([
      'add_external_contact',
      'add_external_contact',
      'del_external_contact',
      'del_follow_user',
      'msgaudit_notify',
    ]);
    expect(listener.told.join('')).not.toContain('想了解价格');
  });

  test('never of what it did itself', async () => {
    await using listener = await listenForCallbacks();
    await using app = await openStandIn({ callbackUrl: listener.url });
    const external_userid = await app.customer();
    await app.call('externalcontact/remark', { userid: 'zhangsan', external_userid, remark: 'x' });
    await app.standIn.callbacksSettled();
    expect(listener.told).toHaveLength(1);
  });
});

test.each([
  ['an app that is ill for a moment is told again', [500, 503], 3, 'delivered'],
  ['an event is lost after three tries', [500, 500, 500, 500], 3, 'lost'],
] as const)('%s', async (_, statuses, tries, status) => {
  await using listener = await listenForCallbacks({ statuses: [...statuses] });
  await using app = await openStandIn({ callbackUrl: listener.url });
  await app.customer();
  await app.standIn.callbacksSettled();
  expect(listener.told).toHaveLength(tries);
  expect((await app.phones()).log.find((row: { is: string }) => row.is === 'callback')).toMatchObject({ status, tries });
});

describe('saving the callback URL', () => {
  test.each([
    ['works if the plain echo comes back', (plain: string) => plain, true],
    ['fails if it comes back in quotes', (plain: string) => `"${plain}"`, false],
    ['fails if it comes back with a line end', (plain: string) => `${plain}\n`, false],
  ] as const)('%s', async (_, echo, ok) => {
    await using listener = await listenForCallbacks({ echo });
    await using app = await openStandIn({ callbackUrl: listener.url });
    expect(await app.person('verify-callback', {})).toMatchObject({ ok });
  });

  test('fails if nobody listens', async () => {
    await using app = await openStandIn({ callbackUrl: 'http://127.0.0.1:1/' });
    expect(await app.person('verify-callback', {})).toMatchObject({ ok: false });
  });
});

describe('a welcome message', () => {
  const greet = async (late = 0) => {
    const listener = await listenForCallbacks();
    const app = await openStandIn({ callbackUrl: listener.url });
    const external_userid = await app.customer();
    await app.standIn.callbacksSettled();
    app.clock.at += late;
    const welcome_code = fieldOf(listener.told[0] ?? '', 'WelcomeCode');
    const send = () => app.call('externalcontact/send_welcome_msg', { welcome_code, text: { content: '欢迎' } });
    const dispose = async (): Promise<void> => {
      await app.standIn.stop();
      await listener[Symbol.asyncDispose]();
    };
    return { app, external_userid, send, [Symbol.asyncDispose]: dispose };
  };

  test('is sent once', async () => {
    await using world = await greet(19_999);
    expect(await world.send()).toMatchObject({ errcode: 0 });
    expect(await world.send()).toMatchObject({ errcode: 41051 });
    expect(world.app.standIn.state.chats).toMatchObject([{ kind: 'welcome', text: '欢迎' }]);
  });

  test('comes too late after 20 seconds', async () => {
    await using world = await greet(20_000);
    expect(await world.send()).toMatchObject({ errcode: 41050 });
  });

  test('is not needed any more once the two are talking', async () => {
    await using world = await greet(1_000);
    await world.app.person('reply', { userid: 'zhangsan', external_userid: world.external_userid, text: '你好' });
    expect(await world.send()).toMatchObject({ errcode: 41051 });
  });
});

test('a contact code brings whoever scans it to its colleague, with its channel', async () => {
  await using app = await openStandIn();
  const { config_id, qr_code } = await app.call('externalcontact/add_contact_way', {
    type: 1,
    scene: 2,
    state: 'c.poster',
    remark: '海报',
    user: ['wangwu'],
  });
  expect(await (await fetch(qr_code)).text()).toContain('<svg');
  const { external_userid } = await app.person('scan', { config_id, name: '李雷' });
  const { follow_user } = await app.read(`externalcontact/get?external_userid=${external_userid}`);
  expect(follow_user).toMatchObject([{ userid: 'wangwu', state: 'c.poster' }]);
  expect(await app.call('externalcontact/del_contact_way', { config_id })).toMatchObject({ errcode: 0 });
  expect(await app.call('externalcontact/get_contact_way', { config_id })).toMatchObject({ errcode: 41044 });
  expect(await app.person('scan', { config_id, name: '韩梅梅' })).toMatchObject({ error: 'no-such-code' });
});

test('the chat archive gives what was typed, in order and by position', async () => {
  await using app = await openStandIn();
  const external_userid = await app.customer();
  for (const text of ['一', '二', '三']) await app.person('reply', { userid: 'zhangsan', external_userid, text });
  const page = await (await fetch(`${app.standIn.url}/stand-in/chat-archive?seq=1&limit=1`)).json();
  expect(page).toMatchObject({ chatdata: [{ seq: 2, from: external_userid, tolist: ['zhangsan'], text: { content: '二' } }] });
});

describe('an upload', () => {
  const upload = async (type: string, size: number, field = 'media') => {
    await using app = await openStandIn();
    const form = new FormData();
    form.set(field, new Blob([new Uint8Array(size)]), 'a.png');
    const url = `${app.standIn.url}/cgi-bin/media/upload?type=${type}&access_token=${await app.token()}`;
    const uploaded = (await (await fetch(url, { method: 'POST', body: form })).json()) as { errcode: number; media_id?: string };
    if (uploaded.media_id === undefined) return [uploaded.errcode];
    const attachments = [{ msgtype: 'image', image: { media_id: uploaded.media_id } }];
    const body = { sender: 'zhangsan', external_userid: [await app.customer()], attachments };
    const fresh = await app.call('externalcontact/add_msg_template', body);
    app.clock.at += 3 * 86_400_000;
    const stale = await app.call('externalcontact/add_msg_template', body);
    return [uploaded.errcode, fresh.errcode, stale.errcode];
  };

  test('can be used for three days', async () => {
    expect(await upload('image', 1_000)).toEqual([0, 0, 40007]);
  });

  test.each([
    ['smoke', 1_000, 'media', 40005],
    ['image', 5, 'media', 40006],
    ['image', 10_485_761, 'media', 45001],
    ['voice', 2_097_153, 'media', 45001],
    ['image', 1_000, 'file', 44001],
  ])('as %s with %i bytes in the field %s is refused', async (type, size, field, errcode) => {
    expect(await upload(type, size, field)).toEqual([errcode]);
  });
});
