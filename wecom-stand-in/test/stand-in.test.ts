import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createStandIn, demoCredentials, type RunningStandIn } from '@tendril/wecom-stand-in';
import { describe, expect, test } from 'vitest';

const { corpId, secret } = demoCredentials;

/** Speaks to a stand-in as an app does, and as people do. */
async function open(options: Parameters<typeof createStandIn>[0] = {}) {
  const standIn = await createStandIn({ dispatchMs: 0, ...options });
  const get = async (path: string) => (await fetch(`${standIn.url}/cgi-bin/${path}`)).json();
  const { access_token } = await get(`gettoken?corpid=${corpId}&corpsecret=${secret}`);
  const send = async (path: string, body: object) =>
    (await fetch(`${standIn.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
  return {
    standIn,
    get,
    call: (path: string, body: object) => send(`/cgi-bin/${path}?access_token=${access_token}`, body),
    person: (path: string, body: object) => send(`/stand-in/${path}`, body),
    async [Symbol.asyncDispose]() {
      await standIn.stop();
    },
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function addCustomer({ person }: Opened, staff = 'zhangsan', name = '李雷'): Promise<string> {
  return (await person('customers', { name, staff })).external_userid;
}

const message = (sender: string, customers: readonly string[]) => ({
  chat_type: 'single',
  sender,
  external_userid: customers,
  text: { content: '您好' },
});

describe('tokens', () => {
  test('a wrong secret and a wrong corp are told apart', async () => {
    await using app = await open();
    expect(await app.get(`gettoken?corpid=${corpId}&corpsecret=wrong`)).toMatchObject({ errcode: 40001 });
    expect(await app.get(`gettoken?corpid=ww0&corpsecret=${secret}`)).toMatchObject({ errcode: 40013 });
  });

  test('a token is given again while it is valid, and is refused once it has expired', async () => {
    let now = Date.UTC(2026, 10, 24);
    await using app = await open({ now: () => now });
    const first = await app.get(`gettoken?corpid=${corpId}&corpsecret=${secret}`);
    now += 3_600_000;
    const second = await app.get(`gettoken?corpid=${corpId}&corpsecret=${secret}`);
    expect(second).toMatchObject({ access_token: first.access_token, expires_in: 3_600 });
    now += 3_600_001;
    expect(await app.call('externalcontact/get_groupmsg_task', { msgid: 'x' })).toMatchObject({ errcode: 42001 });
  });

  test('an unknown path is 404 without a body', async () => {
    await using app = await open();
    const answer = await fetch(`${app.standIn.url}/cgi-bin/nothing`);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });
});

describe('mass messages', () => {
  test('a customer gets nothing before the colleague confirms, and one copy after', async () => {
    await using app = await open();
    const customer = await addCustomer(app);
    const { msgid, fail_list } = await app.call('externalcontact/add_msg_template', message('zhangsan', [customer]));
    expect(fail_list).toEqual([]);
    expect(app.standIn.state.chats).toEqual([]);
    expect(await app.call('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'zhangsan', status: 0 }] });

    expect(await app.person('confirm', { msgid, userid: 'zhangsan' })).toEqual({ sent: true });
    await app.person('confirm', { msgid, userid: 'zhangsan' });
    expect(app.standIn.state.chats.map((chat) => chat.text)).toEqual(['您好']);
    expect(await app.call('externalcontact/get_groupmsg_send_result', { msgid, userid: 'zhangsan' })).toMatchObject({
      send_list: [{ external_userid: customer, status: 1 }],
    });
  });

  test('strangers are in the fail list, and nobody at all is 41048', async () => {
    await using app = await open();
    const customer = await addCustomer(app);
    const stranger = await addCustomer(app, 'lisi', '韩梅梅');
    expect(await app.call('externalcontact/add_msg_template', message('zhangsan', [customer, stranger]))).toMatchObject({
      errcode: 0,
      fail_list: [stranger],
    });
    expect(await app.call('externalcontact/add_msg_template', message('zhangsan', [stranger]))).toMatchObject({ errcode: 41048 });
  });

  test('a customer who has left gets status 2, one who has had enough status 3', async () => {
    await using app = await open();
    app.standIn.state.capRule = 'day';
    const [gone, busy] = [await addCustomer(app), await addCustomer(app, 'zhangsan', '韩梅梅')];
    const send = async () => {
      const { msgid } = await app.call('externalcontact/add_msg_template', message('zhangsan', [gone, busy]));
      await app.person('confirm', { msgid, userid: 'zhangsan' });
      const { send_list } = await app.call('externalcontact/get_groupmsg_send_result', { msgid, userid: 'zhangsan' });
      return send_list.map(({ status }: { status: number }) => status);
    };
    expect(await send()).toEqual([1, 1]);
    await app.person('unfriend', { userid: 'zhangsan', external_userid: gone, by: 'customer' });
    expect(await send()).toEqual([2, 3]);
  });

  test('a fresh task is still dispatching, a cancelled one is not sent', async () => {
    let now = Date.UTC(2026, 10, 24);
    await using app = await open({ now: () => now, dispatchMs: 800 });
    const { msgid } = await app.call('externalcontact/add_msg_template', message('zhangsan', [await addCustomer(app)]));
    expect(await app.call('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ errcode: 41063 });
    now += 1_000;
    expect(await app.call('externalcontact/cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 0 });
    expect(await app.call('externalcontact/cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 });
    expect(await app.person('confirm', { msgid, userid: 'zhangsan' })).toHaveProperty('error');
  });

  test.each([
    ['an empty message', { external_userid: ['x'] }, 44004],
    ['a text that is too long', { external_userid: ['x'], text: { content: '长'.repeat(1_400) } }, 45002],
    ['an unknown sender', { external_userid: ['x'], sender: 'nobody', text: { content: 'a' } }, 60111],
  ])('%s is refused', async (_, body, errcode) => {
    await using app = await open();
    expect(await app.call('externalcontact/add_msg_template', body)).toMatchObject({ errcode });
  });
});

test('the same note to staff within the interval is delivered once', async () => {
  await using app = await open();
  const note = {
    touser: 'zhangsan|nobody',
    msgtype: 'text',
    agentid: demoCredentials.agentId,
    text: { content: '新线索' },
    enable_duplicate_check: 1,
  };
  const first = await app.call('message/send', note);
  const second = await app.call('message/send', note);
  expect(first).toMatchObject({ errcode: 0, invaliduser: 'nobody' });
  expect(second.msgid).toBe(first.msgid);
  expect(app.standIn.state.notices).toHaveLength(1);
});

test('a fault strikes as often as it was asked for', async () => {
  await using app = await open();
  await app.person('faults', { path: 'externalcontact/add_msg_template', errcode: 45009, times: 1 });
  const customer = await addCustomer(app);
  expect(await app.call('externalcontact/add_msg_template', message('zhangsan', [customer]))).toMatchObject({ errcode: 45009 });
  expect(await app.call('externalcontact/add_msg_template', message('zhangsan', [customer]))).toMatchObject({ errcode: 0 });
});

test('a new friendship is told to the app, sealed; the same customer twice is one customer', async () => {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    told.push(await text(request));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await using app = await open({ callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wecom/callback` });
  const wish = { name: '李雷', staff: 'lisi', phone: '+8613800000000', state: 'c.expo' };
  const first = await app.person('customers', wish);
  const second = await app.person('customers', wish);
  expect([first.created, second.created, second.external_userid]).toEqual([true, false, first.external_userid]);
  await expect.poll(() => told.length).toBe(1);
  expect(told[0]).toContain('<Encrypt>');
  expect(told[0]).not.toContain(first.external_userid);
  server.close();
});

test('what happened is still there after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const stateFile = join(folder, 'state.json');
  const visit = async <T>(deed: (app: Opened) => Promise<T>): Promise<T> => {
    await using app = await open({ stateFile });
    return await deed(app);
  };
  const customer = await visit((app) => addCustomer(app));
  const known = await visit(async ({ standIn }: { standIn: RunningStandIn }) => Object.keys(standIn.state.customers));
  expect(known).toEqual([customer]);
  await rm(folder, { recursive: true });
});
