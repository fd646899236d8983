import { expect, test } from 'vitest';
import { massMessage, openStandIn } from './support/open-stand-in.ts';

test('the page and everything it loads is served, its scripts as plain JavaScript', async () => {
  await using app = await openStandIn();
  const html = await (await fetch(app.standIn.url)).text();
  const linked = [...html.matchAll(/(?:href|src)="(page\/[^"]+)"/g)].map((match) => match[1] ?? '');
  expect(linked).toContain('page/main.ts');
  const seen = new Set<string>();
  for (const path of linked) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await fetch(`${app.standIn.url}/${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    if (!path.endsWith('.ts')) continue;
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    const script = await answer.text();
    expect(script).not.toMatch(/^\s*(?:import type|export type|interface)\b/m);
    linked.push(...[...script.matchAll(/from '\.\/([a-z-]+\.ts)'/g)].map((match) => `page/${match[1]}`));
  }
  expect(seen.size).toBeGreaterThan(8);
});

test.each(['/page/tsconfig.json', '/page/..%2Fpackage.json', '/page/%2e%2e%2fpackage.json', '/page/none.ts'])('%s is not served', async (path) => {
  await using app = await openStandIn();
  expect((await fetch(`${app.standIn.url}${path}`)).status).toBe(404);
});

test('an open page hears of a change, so that it need not ask', async () => {
  await using app = await openStandIn();
  const stream = await fetch(`${app.standIn.url}/stand-in/changes`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('hello');
  await app.customer();
  expect((await reader?.read())?.value).toContain('changed');
  await reader?.cancel();
});

test('the phones show tasks, who got a copy, and the chat on the other side', async () => {
  await using app = await openStandIn();
  const [one, other] = [await app.customer('甲'), await app.customer('乙')];
  const attachments = [{ msgtype: 'link', link: { title: '直播预约', url: 'https://www.vendor.example/live' } }];
  const { msgid } = await app.call('externalcontact/add_msg_template', { ...massMessage('zhangsan', [one, other]), attachments });
  await app.call('externalcontact/add_msg_template', massMessage('zhangsan', [other], '第二条'));
  const before = await app.phones('staff=zhangsan');
  expect(before.staff.map((member: { waiting: number }) => member.waiting)).toEqual([2, 0, 0]);
  await app.person('unfriend', { userid: 'zhangsan', external_userid: other, by: 'customer' });
  await app.person('confirm', { msgid, userid: 'zhangsan' });

  const view = await app.phones(`staff=zhangsan&customer=${one}`);
  expect(view.phone.tasks.map((task: { status: string }) => task.status)).toEqual(['waiting', 'sent']);
  expect(view.phone.tasks[1]).toMatchObject({ total: 2, delivered: 1, customers: [{ fate: 1 }, { fate: 2 }] });
  expect(view.customer).toMatchObject({ name: '甲', received: 1, most: 30, chat: { userid: 'zhangsan' } });
  expect(view.customer.chat.messages).toMatchObject([
    { text: '您好', kind: 'mass-send', attachments: [{ kind: 'link', label: '直播预约', url: 'https://www.vendor.example/live' }] },
  ]);
  expect((await app.phones(`customer=${other}`)).customer.staff[0]).toMatchObject({ userid: 'zhangsan', status: 'customer-left' });
});

test('an address that is no web address is never made a link', async () => {
  await using app = await openStandIn();
  const textcard = { title: 'a', description: '<div class="gray">b</div>c', url: 'javascript:alert(1)' };
  await app.call('message/send', { touser: 'zhangsan', msgtype: 'textcard', agentid: 1_000_002, textcard });
  expect((await app.phones()).phone.notices[0]).toMatchObject({ url: null, text: 'b\nc' });
});

test('customers are found by a part of their name or number', async () => {
  await using app = await openStandIn();
  await app.person('customers', { name: '宋伟', staff: 'zhangsan', phone: '+8617000090124' });
  await app.person('customers', { name: 'Elena García', staff: 'zhangsan', phone: '+34600000000' });
  const found = async (search: string) =>
    (await app.phones(`search=${encodeURIComponent(search)}`)).customers.rows.map((row: { name: string }) => row.name);
  expect(await found('宋')).toEqual(['宋伟']);
  expect(await found('garcía')).toEqual(['Elena García']);
  expect(await found('0090')).toEqual(['宋伟']);
  expect(await found('nobody')).toEqual([]);
});

test('the log counts repeats, names refusals and carries no token', async () => {
  await using app = await openStandIn();
  const token = await app.token();
  for (let times = 0; times < 3; times += 1) await app.get(`externalcontact/list?userid=zhangsan&access_token=${token}`);
  const { log } = await app.phones();
  expect(log[0]).toMatchObject({ is: 'call', path: 'externalcontact/list', errcode: 84061, times: 3 });
  expect(JSON.stringify(log)).not.toContain(token);
});
