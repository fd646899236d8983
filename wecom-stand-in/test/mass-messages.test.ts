import { describe, expect, test } from 'vitest';
import { massMessage, type OpenStandIn, openStandIn } from './support/open-stand-in.ts';

const create = (app: OpenStandIn, body: object) => app.call('externalcontact/add_msg_template', body);
const results = async (app: OpenStandIn, msgid: string, userid = 'zhangsan'): Promise<[string, number][]> =>
  (await app.call('externalcontact/get_groupmsg_send_result', { msgid, userid })).send_list.map(
    (one: { external_userid: string; status: number }) => [one.external_userid, one.status],
  );

describe('a task', () => {
  test('gives a customer nothing before the colleague confirms, and one copy after, however often that is pressed', async () => {
    await using app = await openStandIn();
    const customer = await app.customer();
    const { msgid, fail_list } = await create(app, massMessage('zhangsan', [customer]));
    expect(fail_list).toEqual([]);
    expect(app.standIn.state.chats).toEqual([]);
    const task = await app.call('externalcontact/get_groupmsg_task', { msgid });
    expect(task.task_list).toEqual([{ userid: 'zhangsan', status: 0 }]);
    expect(await results(app, msgid)).toEqual([[customer, 0]]);

    app.clock.at += 60_000;
    expect(await app.person('confirm', { msgid, userid: 'zhangsan' })).toEqual({ sent: true });
    expect(await app.person('confirm', { msgid, userid: 'zhangsan' })).toMatchObject({ error: 'nothing-to-send' });
    expect(app.standIn.state.chats.map((chat) => chat.text)).toEqual(['您好']);
    const sent = await app.call('externalcontact/get_groupmsg_task', { msgid });
    expect(sent.task_list).toEqual([{ userid: 'zhangsan', status: 2, send_time: app.clock.at / 1_000 }]);
    expect(await results(app, msgid)).toEqual([[customer, 1]]);
  });

  test('leaves strangers in the fail list; nobody at all is 41048', async () => {
    await using app = await openStandIn();
    const [mine, stranger] = [await app.customer(), await app.customer('韩梅梅', 'lisi')];
    expect(await create(app, massMessage('zhangsan', [mine, stranger, 'nobody']))).toMatchObject({ errcode: 0, fail_list: [stranger, 'nobody'] });
    expect(await create(app, massMessage('zhangsan', [stranger]))).toMatchObject({ errcode: 41048, fail_list: [stranger] });
  });

  test('without a sender goes to whoever last wrote with the customer', async () => {
    await using app = await openStandIn();
    const { external_userid } = await app.person('customers', { name: '李雷', staff: 'zhangsan', phone: '1' });
    app.clock.at += 1_000;
    await app.person('customers', { name: '李雷', staff: 'lisi', phone: '1' });
    const senderOf = async () => {
      const { msgid } = await create(app, massMessage(undefined, [external_userid]));
      return (await app.call('externalcontact/get_groupmsg_task', { msgid })).task_list.map((task: { userid: string }) => task.userid);
    };
    expect(await senderOf()).toEqual(['lisi']);
    app.clock.at += 1_000;
    await app.person('reply', { userid: 'zhangsan', external_userid, text: '在吗' });
    expect(await senderOf()).toEqual(['zhangsan']);
  });

  test('by tags takes any tag of a group and one of every group; named customers beat tags', async () => {
    await using app = await openStandIn();
    const [both, one, named] = [await app.customer('甲'), await app.customer('乙'), await app.customer('丙')];
    const groups = await Promise.all(
      ['行业', '阶段'].map(
        async (group_name) => (await app.call('externalcontact/add_corp_tag', { group_name, tag: [{ name: `${group_name}1` }] })).tag_group,
      ),
    );
    const [industry, stage] = groups.map((group) => group.tag[0].id);
    const mark = (external_userid: string, add_tag: string[]) =>
      app.call('externalcontact/mark_tag', { userid: 'zhangsan', external_userid, add_tag });
    await mark(both, [industry, stage]);
    await mark(one, [industry]);
    const tag_filter = { group_list: [{ tag_list: [industry, 'other'] }, { tag_list: [stage] }] };
    const byTag = await create(app, { sender: 'zhangsan', tag_filter, text: { content: 'a' } });
    expect(await results(app, byTag.msgid)).toEqual([[both, 0]]);
    const byName = await create(app, { ...massMessage('zhangsan', [named]), tag_filter });
    expect(await results(app, byName.msgid)).toEqual([[named, 0]]);
    const all = await create(app, { sender: 'zhangsan', text: { content: 'a' } });
    expect((await results(app, all.msgid)).length).toBe(3);
  });

  test('is dispatching at first, for every call that asks for it', async () => {
    await using app = await openStandIn({ dispatchMs: 800 });
    const { msgid } = await create(app, massMessage('zhangsan', [await app.customer()]));
    const now = app.clock.at / 1_000;
    const period = { chat_type: 'single', start_time: now - 60, end_time: now + 60 };
    expect(await app.call('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ errcode: 41063, task_list: [] });
    expect(await app.call('externalcontact/get_groupmsg_list_v2', period)).toMatchObject({ errcode: 41063, group_msg_list: [] });
    app.clock.at += 800;
    expect(await app.call('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ errcode: 0 });
    expect(await app.call('externalcontact/get_groupmsg_list_v2', period)).toMatchObject({ group_msg_list: [{ msgid, text: { content: '您好' } }] });
  });

  test('can be cancelled once, and is then never sent', async () => {
    await using app = await openStandIn();
    const { msgid } = await create(app, massMessage('zhangsan', [await app.customer()]));
    expect(await app.call('externalcontact/cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 0 });
    expect(await app.call('externalcontact/cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 });
    expect(await app.person('confirm', { msgid, userid: 'zhangsan' })).toMatchObject({ error: 'nothing-to-send' });
    expect(app.standIn.state.chats).toEqual([]);
  });

  test('can be reminded of three times in a day', async () => {
    await using app = await openStandIn();
    const { msgid } = await create(app, massMessage('zhangsan', [await app.customer()]));
    const remind = async () => (await app.call('externalcontact/remind_groupmsg_send', { msgid })).errcode;
    expect([await remind(), await remind(), await remind(), await remind()]).toEqual([0, 0, 0, 41094]);
    app.clock.at += 86_400_000;
    expect(await remind()).toBe(0);
  });

  test.each([
    ['an empty message', { external_userid: ['x'] }, 44004],
    ['a text that is too long', { external_userid: ['x'], text: { content: '长'.repeat(1_334) } }, 45002],
    [
      'ten attachments',
      { external_userid: ['x'], attachments: Array(10).fill({ msgtype: 'link', link: { title: 'a', url: 'https://a.example' } }) },
      41064,
    ],
    ['an unknown attachment', { external_userid: ['x'], attachments: [{ msgtype: 'voice', voice: {} }] }, 41065],
    ['a stale file', { external_userid: ['x'], attachments: [{ msgtype: 'image', image: { media_id: 'gone' } }] }, 40007],
    ['an unknown sender', { external_userid: ['x'], sender: 'nobody', text: { content: 'a' } }, 60111],
    ['groups without a sender', { chat_type: 'group', text: { content: 'a' } }, 41009],
    ['more than ten thousand customers', { external_userid: Array(10_001).fill('x'), text: { content: 'a' } }, 40058],
  ])('with %s is refused', async (_, body, errcode) => {
    await using app = await openStandIn();
    expect(await create(app, body)).toMatchObject({ errcode });
  });

  test.each(['get_groupmsg_task', 'get_groupmsg_send_result', 'remind_groupmsg_send', 'cancel_groupmsg_send'])(
    '%s of an unknown task is 41047',
    async (path) => {
      await using app = await openStandIn();
      expect(await app.call(`externalcontact/${path}`, { msgid: 'none', userid: 'zhangsan' })).toMatchObject({ errcode: 41047 });
      expect(await app.call(`externalcontact/${path}`, {})).toMatchObject({ errcode: 41046 });
    },
  );
});

describe('a customer', () => {
  test('who has left gets status 2, whatever else is true', async () => {
    await using app = await openStandIn();
    const [gone, here] = [await app.customer('甲'), await app.customer('乙')];
    const { msgid } = await create(app, massMessage('zhangsan', [gone, here]));
    await app.person('unfriend', { userid: 'zhangsan', external_userid: gone, by: 'customer' });
    await app.person('confirm', { msgid, userid: 'zhangsan' });
    expect(await results(app, msgid)).toEqual([
      [gone, 2],
      [here, 1],
    ]);
  });

  test('receives as many in a month as it has days, over all colleagues, counted in China’s months', async () => {
    await using app = await openStandIn();
    const { external_userid } = await app.person('customers', { name: '李雷', staff: 'zhangsan', phone: '1' });
    await app.person('customers', { name: '李雷', staff: 'lisi', phone: '1' });
    const send = async (userid: string): Promise<number | undefined> => {
      const { msgid } = await create(app, massMessage(userid, [external_userid]));
      await app.person('confirm', { msgid, userid });
      return (await results(app, msgid, userid))[0]?.[1];
    };
    const fates: (number | undefined)[] = [];
    for (let times = 0; times < 31; times += 1) fates.push(await send(times % 2 === 0 ? 'zhangsan' : 'lisi'));
    expect(fates).toEqual([...Array(30).fill(1), 3]);
    // 16:00 in Greenwich on 30 November is midnight in China.
    app.clock.at = Date.UTC(2026, 10, 30, 15, 59);
    expect(await send('zhangsan')).toBe(3);
    app.clock.at = Date.UTC(2026, 10, 30, 16, 0);
    expect(await send('zhangsan')).toBe(1);
  });

  test.each([
    ['day', 1],
    ['week', 7],
  ] as const)('receives less if the administrator says so: per %s', async (capRule, most) => {
    await using app = await openStandIn();
    await app.person('settings', { capRule });
    const customer = await app.customer();
    const fates: (number | undefined)[] = [];
    for (let times = 0; times <= most; times += 1) {
      const { msgid } = await create(app, massMessage('zhangsan', [customer]));
      await app.person('confirm', { msgid, userid: 'zhangsan' });
      fates.push((await results(app, msgid))[0]?.[1]);
    }
    expect(fates).toEqual([...Array(most).fill(1), 3]);
  });
});

test('the tasks of a period are listed newest first; those of an app have no creator', async () => {
  await using app = await openStandIn();
  const customer = await app.customer();
  const first = await create(app, massMessage('zhangsan', [customer], '一'));
  app.clock.at += 60_000;
  const second = await create(app, massMessage('zhangsan', [customer], '二'));
  const now = app.clock.at / 1_000;
  const list = (more: object) =>
    app.call('externalcontact/get_groupmsg_list_v2', { chat_type: 'single', start_time: now - 3_600, end_time: now, ...more });
  const ids = async (more: object) => (await list(more)).group_msg_list.map((one: { msgid: string }) => one.msgid);
  expect(await ids({})).toEqual([second.msgid, first.msgid]);
  expect(await ids({ end_time: now - 30 })).toEqual([first.msgid]);
  expect(await ids({ creator: 'zhangsan' })).toEqual([]);
  expect((await list({}))?.group_msg_list[0]).not.toHaveProperty('creator');
  expect(await list({ start_time: now - 40 * 86_400 })).toMatchObject({ errcode: 40058 });
});
