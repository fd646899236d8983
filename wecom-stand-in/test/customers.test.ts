import { describe, expect, test } from 'vitest';
import { openStandIn } from './support/open-stand-in.ts';

describe('a customer', () => {
  test('with remark, tags and state is read by both calls, each in its own shape', async () => {
    await using app = await openStandIn();
    const { external_userid } = await app.person('customers', { name: '李雷', staff: 'lisi', state: 'c.expo' });
    const { tag_group } = await app.call('externalcontact/add_corp_tag', { group_name: '阶段', tag: [{ name: 'MQL' }] });
    const tag_id = tag_group.tag[0].id;
    const pair = { userid: 'lisi', external_userid };
    await app.call('externalcontact/remark', { ...pair, remark: '展会', remark_company: '示例', remark_mobiles: ['13800000000'] });
    await app.call('externalcontact/mark_tag', { ...pair, add_tag: [tag_id] });

    const { external_contact, follow_user } = await app.read(`externalcontact/get?external_userid=${external_userid}`);
    expect(external_contact).toMatchObject({ external_userid, name: '李雷', type: 1 });
    expect(follow_user).toMatchObject([
      { userid: 'lisi', remark: '展会', remark_corp_name: '示例', remark_mobiles: ['13800000000'], state: 'c.expo', add_way: 1 },
    ]);
    expect(follow_user[0].tags).toEqual([{ group_name: '阶段', tag_name: 'MQL', tag_id, type: 1 }]);

    const batch = await app.call('externalcontact/batch/get_by_user', { userid_list: ['lisi', 'wangwu'] });
    expect(batch.external_contact_list).toMatchObject([{ external_contact: { external_userid }, follow_info: { userid: 'lisi', tag_id: [tag_id] } }]);
  });

  test('is listed per member; a member without customers is 84061, an unknown one 60111', async () => {
    await using app = await openStandIn();
    const customer = await app.customer();
    expect(await app.read('externalcontact/get_follow_user_list')).toMatchObject({ follow_user: ['zhangsan', 'lisi', 'wangwu'] });
    expect(await app.read('externalcontact/list?userid=zhangsan')).toMatchObject({ external_userid: [customer] });
    expect(await app.read('externalcontact/list?userid=lisi')).toMatchObject({ errcode: 84061, external_userid: [] });
    expect(await app.read('externalcontact/list?userid=nobody')).toMatchObject({ errcode: 60111 });
  });

  test('who deleted the member is still listed; one whom the member deleted is not', async () => {
    await using app = await openStandIn();
    const [left, sent] = [await app.customer('甲'), await app.customer('乙')];
    await app.person('unfriend', { userid: 'zhangsan', external_userid: left, by: 'customer' });
    await app.person('unfriend', { userid: 'zhangsan', external_userid: sent, by: 'staff' });
    expect(await app.read('externalcontact/list?userid=zhangsan')).toMatchObject({ external_userid: [left] });
    expect(await app.read(`externalcontact/get?external_userid=${sent}`)).toMatchObject({ errcode: 84061 });
    expect(await app.call('externalcontact/remark', { userid: 'zhangsan', external_userid: sent, remark: 'x' })).toMatchObject({ errcode: 84061 });
  });

  test.each([
    ['remark', { userid: 'zhangsan', external_userid: 'x', remark: 'a'.repeat(21) }, 40058],
    ['remark', { userid: 'zhangsan', external_userid: 'x' }, 40058],
    ['remark', { external_userid: 'x', remark: 'a' }, 41009],
    ['remark', { userid: 'zhangsan', remark: 'a' }, 41035],
    ['mark_tag', { userid: 'zhangsan', external_userid: 'x', add_tag: ['et-none'] }, 40068],
    ['batch/get_by_user', { userid_list: [] }, 40058],
    ['batch/get_by_user', { userid_list: ['a'], limit: 101 }, 40058],
  ])('%s of %j is refused', async (path, body, errcode) => {
    await using app = await openStandIn();
    expect(await app.call(`externalcontact/${path}`, body)).toMatchObject({ errcode });
  });

  test('beyond one page come with a cursor, each once', async () => {
    await using app = await openStandIn();
    const all = await Promise.all(Array.from({ length: 7 }, (_, index) => app.customer(`客户${index}`)));
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await app.call('externalcontact/batch/get_by_user', { userid_list: ['zhangsan'], limit: 3, cursor });
      seen.push(...page.external_contact_list.map((one: { external_contact: { external_userid: string } }) => one.external_contact.external_userid));
      if (page.next_cursor === '') break;
      cursor = page.next_cursor;
    }
    expect(seen.toSorted()).toEqual(all.toSorted());
  });
});

describe('a demo customer', () => {
  test('is made once: by phone number, else by name at the same colleague, else by a given id', async () => {
    await using app = await openStandIn();
    const make = async (wish: object) => app.person('customers', { name: '李雷', staff: 'zhangsan', ...wish });
    const first = await make({ phone: '+8613800000000' });
    expect(await make({ phone: '+8613800000000' })).toEqual({ ...first, created: false });
    // The same person adds a second colleague.
    expect(await make({ phone: '+8613800000000', staff: 'lisi' })).toEqual({ ...first, created: true });
    expect((await make({ phone: '+8613900000000' })).external_userid).not.toBe(first.external_userid);
    const byName = await app.person('customers', { name: '韩梅梅', staff: 'lisi' });
    expect(await app.person('customers', { name: '韩梅梅', staff: 'lisi' })).toEqual({ ...byName, created: false });
    expect((await app.person('customers', { name: '韩梅梅', staff: 'wangwu' })).external_userid).not.toBe(byName.external_userid);
    expect(await make({ external_userid: 'wm-lead-1' })).toEqual({ external_userid: 'wm-lead-1', created: true });
  });

  test.each([
    ['no name', { staff: 'zhangsan' }, 400],
    ['an unknown colleague', { name: '李雷', staff: 'nobody' }, 404],
  ])('with %s is refused', async (_, wish, status) => {
    await using app = await openStandIn();
    const answer = await fetch(`${app.standIn.url}/stand-in/customers`, { method: 'POST', body: JSON.stringify(wish) });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.any(String), message: expect.any(String) });
  });
});

test('corp tags are renamed and deleted, and customers lose a deleted one', async () => {
  await using app = await openStandIn();
  const customer = await app.customer();
  const { tag_group } = await app.call('externalcontact/add_corp_tag', { group_name: '来源', tag: [{ name: '展会' }, { name: '直播' }] });
  const [expo, live] = tag_group.tag;
  await app.call('externalcontact/mark_tag', { userid: 'zhangsan', external_userid: customer, add_tag: [expo.id, live.id] });
  await app.call('externalcontact/edit_corp_tag', { id: expo.id, name: '华东展会' });
  await app.call('externalcontact/del_corp_tag', { tag_id: [live.id] });
  const names = (await app.call('externalcontact/get_corp_tag_list', {})).tag_group.map((group: { tag: { name: string }[] }) =>
    group.tag.map((tag) => tag.name),
  );
  expect(names).toEqual([['华东展会']]);
  const { follow_user } = await app.read(`externalcontact/get?external_userid=${customer}`);
  expect(follow_user[0].tags.map((tag: { tag_name: string }) => tag.tag_name)).toEqual(['华东展会']);
  expect(await app.call('externalcontact/add_corp_tag', { group_id: tag_group.group_id, tag: [{ name: '华东展会' }] })).toMatchObject({
    errcode: 40071,
  });
});
