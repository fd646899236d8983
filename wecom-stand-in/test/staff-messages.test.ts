import { demoCredentials } from '@tendril/wecom-stand-in';
import { describe, expect, test } from 'vitest';
import { fieldOf, listenForCallbacks } from './support/callback-listener.ts';
import { type OpenStandIn, openStandIn } from './support/open-stand-in.ts';

const { agentId: agentid, robotKey } = demoCredentials;
const note = (more: object = {}) => ({ touser: 'zhangsan', msgtype: 'text', agentid, text: { content: '新线索' }, ...more });
const send = (app: OpenStandIn, body: object) => app.call('message/send', body);

const card = (more: object = {}) => ({
  touser: 'lisi',
  msgtype: 'template_card',
  agentid,
  template_card: {
    card_type: 'button_interaction',
    source: { desc: '线索交接' },
    main_title: { title: '张伟 · 华东某某科技', desc: '评分 86' },
    horizontal_content_list: [{ keyname: '来源', value: '官网试用' }],
    task_id: 'ho_1',
    button_list: [
      { text: '接受', style: 1, key: 'accept:1' },
      { text: '退回', style: 2, key: 'reject:1' },
    ],
    ...more,
  },
});

describe('a message to staff', () => {
  test('reaches those who exist; the others are named in lower case, and nobody at all is 81013', async () => {
    await using app = await openStandIn();
    expect(await send(app, note({ touser: 'zhangsan|NoBody|Gone' }))).toMatchObject({ errcode: 0, invaliduser: 'nobody|gone' });
    expect(await send(app, note({ touser: 'nobody' }))).toMatchObject({ errcode: 81013, invaliduser: 'nobody' });
    await send(app, note({ touser: '@all' }));
    expect(app.standIn.state.notices.map((notice) => notice.userid)).toEqual(['zhangsan', 'zhangsan', 'lisi', 'wangwu']);
  });

  test('of another app is refused', async () => {
    await using app = await openStandIn();
    expect(await send(app, note({ agentid: 7 }))).toMatchObject({ errcode: 301002 });
  });

  test('is delivered once within the interval if that is asked for, and twice if not', async () => {
    await using app = await openStandIn();
    const checked = note({ enable_duplicate_check: 1, duplicate_check_interval: 60 });
    const first = await send(app, checked);
    expect((await send(app, checked)).msgid).toBe(first.msgid);
    expect(app.standIn.state.notices).toHaveLength(1);
    app.clock.at += 60_001;
    await send(app, checked);
    await send(app, note());
    await send(app, note());
    expect(app.standIn.state.notices).toHaveLength(4);
  });

  test('over thirty a minute says ok and never arrives', async () => {
    await using app = await openStandIn();
    const codes = [];
    for (let times = 0; times < 32; times += 1) codes.push((await send(app, note({ text: { content: String(times) } }))).errcode);
    expect(new Set(codes)).toEqual(new Set([0]));
    const { phone } = await app.phones();
    expect(app.standIn.state.notices.filter((notice) => notice.dropped)).toHaveLength(2);
    expect(phone.notices[0].text).toBe('29');
    app.clock.at += 60_001;
    await send(app, note({ text: { content: 'again' } }));
    expect((await app.phones()).phone.notices[0].text).toBe('again');
  });

  test('that is too long is cut at 2048 bytes, between characters', async () => {
    await using app = await openStandIn();
    await send(app, note({ text: { content: '线'.repeat(1_000) } }));
    expect((await app.phones()).phone.notices[0].text).toBe('线'.repeat(682));
  });

  test.each([
    [{ text: { content: '' } }, 44004],
    [{ msgtype: 'markdown' }, 44004],
    [{ msgtype: 'textcard', textcard: { description: 'a', url: 'https://a.example' } }, 41016],
    [{ msgtype: 'textcard', textcard: { title: 'a', url: 'https://a.example' } }, 41033],
    [{ msgtype: 'textcard', textcard: { title: 'a', description: 'b' } }, 41010],
    [{ msgtype: 'smoke' }, 40058],
  ])('with %j is refused', async (more, errcode) => {
    await using app = await openStandIn();
    expect(await send(app, note(more))).toMatchObject({ errcode });
  });
});

describe('a card', () => {
  test('is pressed, tells the app who pressed what, and is updated once by the code of the press', async () => {
    await using listener = await listenForCallbacks();
    await using app = await openStandIn({ callbackUrl: listener.url });
    const { msgid, response_code } = await send(app, card());
    const onPhone = async () => (await app.phones('staff=lisi')).phone.notices[0];
    expect(await onPhone()).toMatchObject({ title: '张伟 · 华东某某科技', facts: [{ name: '来源', value: '官网试用' }], replacedBy: null });

    expect(await app.person('press', { msgid, userid: 'lisi', key: 'accept:1' })).toEqual({ pressed: true });
    await app.standIn.callbacksSettled();
    const event = listener.told[0] ?? '';
    expect(['Event', 'EventKey', 'FromUserName', 'TaskId', 'CardType', 'AgentID'].map((name) => fieldOf(event, name))).toEqual([
      'template_card_event',
      'accept:1',
      'lisi',
      'ho_1',
      'button_interaction',
      String(agentid),
    ]);

    const update = { userids: ['lisi', 'nobody'], agentid, response_code: fieldOf(event, 'ResponseCode'), button: { replace_name: '已接受' } };
    expect(await app.call('message/update_template_card', update)).toMatchObject({ errcode: 0, invaliduser: ['nobody'] });
    expect(await onPhone()).toMatchObject({ replacedBy: '已接受' });
    expect(await app.call('message/update_template_card', update)).toMatchObject({ errcode: 42016 });
    expect(await app.person('press', { msgid, userid: 'lisi', key: 'accept:1' })).toMatchObject({ error: 'no-such-button' });

    // The code that came with the message itself is another one, good for one more update.
    const renewed = { ...update, response_code, button: undefined, template_card: card({ task_id: 'ho_2' }).template_card };
    expect(await app.call('message/update_template_card', renewed)).toMatchObject({ errcode: 0 });
    expect(await onPhone()).toMatchObject({ replacedBy: null });
  });

  test('brings the choice made on it', async () => {
    await using listener = await listenForCallbacks();
    await using app = await openStandIn({ callbackUrl: listener.url });
    const button_selection = { question_key: 'reason', title: '原因', option_list: [{ id: 'not_icp', text: '不符合' }] };
    const { msgid } = await send(app, card({ button_selection }));
    await app.person('press', { msgid, userid: 'lisi', key: 'reject:1', selections: { reason: 'not_icp' } });
    await app.standIn.callbacksSettled();
    expect(listener.told[0]).toContain(
      '<SelectedItem><QuestionKey><![CDATA[reason]]></QuestionKey><OptionIds><OptionId><![CDATA[not_icp]]></OptionId></OptionIds></SelectedItem>',
    );
  });

  test('can no longer be updated after 72 hours', async () => {
    await using app = await openStandIn({ callbackUrl: 'http://127.0.0.1:1/' });
    const { response_code } = await send(app, card());
    app.clock.at += 72 * 3_600_000;
    expect(
      await app.call('message/update_template_card', { userids: ['lisi'], agentid, response_code, button: { replace_name: 'x' } }),
    ).toMatchObject({ errcode: 42016 });
  });

  test.each([
    ['an unknown type', { card_type: 'smoke' }, 42031],
    ['no task', { task_id: undefined }, 42014],
    ['a task id with a blank', { task_id: 'ho 1' }, 42014],
    ['no title', { main_title: {} }, 42033],
    ['seven buttons', { button_list: Array(7).fill({ text: 'a', key: 'b' }) }, 42038],
    ['a button without a key', { button_list: [{ text: 'a' }] }, 42039],
    ['seven facts', { horizontal_content_list: Array(7).fill({ keyname: 'a' }) }, 42035],
    ['a fact without a name', { horizontal_content_list: [{ value: 'a' }] }, 42027],
    ['four links', { jump_list: Array(4).fill({ title: 'a' }) }, 42042],
    ['a notice without an action', { card_type: 'text_notice' }, 42045],
  ])('with %s is refused', async (_, more, errcode) => {
    await using app = await openStandIn({ callbackUrl: 'http://127.0.0.1:1/' });
    expect(await send(app, card(more))).toMatchObject({ errcode });
  });

  test('with a task id that is in use is refused, and so is any with buttons if the app has no callback URL', async () => {
    await using app = await openStandIn({ callbackUrl: 'http://127.0.0.1:1/' });
    await send(app, card());
    expect(await send(app, card())).toMatchObject({ errcode: 42014 });
    await using deaf = await openStandIn();
    expect(await send(deaf, card())).toMatchObject({ errcode: 43012 });
  });
});

describe('a group robot', () => {
  const say = async (app: OpenStandIn, key: string, body: object) => {
    const answer = await fetch(`${app.standIn.url}/cgi-bin/webhook/send?key=${key}`, { method: 'POST', body: JSON.stringify(body) });
    return answer.json();
  };

  test('needs only its key, and says nothing back but ok', async () => {
    await using app = await openStandIn();
    expect(await say(app, robotKey, { msgtype: 'text', text: { content: '超时' } })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await say(app, 'wrong', { msgtype: 'text', text: { content: '超时' } })).toMatchObject({ errcode: 93000 });
    expect((await app.phones()).robot).toMatchObject([{ text: '超时' }]);
  });

  test('says twenty things a minute', async () => {
    await using app = await openStandIn();
    const codes = [];
    for (let times = 0; times < 21; times += 1) {
      codes.push(((await say(app, robotKey, { msgtype: 'text', text: { content: 'a' } })) as { errcode: number }).errcode);
    }
    expect(codes).toEqual([...Array(20).fill(0), 45009]);
  });
});
