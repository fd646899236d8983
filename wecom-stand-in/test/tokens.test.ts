import { demoCredentials } from '@tendril/wecom-stand-in';
import { expect, test } from 'vitest';
import { openStandIn } from './support/open-stand-in.ts';

const { corpId, secret } = demoCredentials;
const PATH = 'externalcontact/get_follow_user_list';

test.each([
  ['a wrong secret', `corpid=${corpId}&corpsecret=wrong`, 40001],
  ['a wrong corp', `corpid=ww0&corpsecret=${secret}`, 40013],
  ['no secret', `corpid=${corpId}`, 41004],
  ['no corp', `corpsecret=${secret}`, 41002],
])('%s is told apart', async (_, query, errcode) => {
  await using app = await openStandIn();
  expect(await app.get(`gettoken?${query}`)).toMatchObject({ errcode });
});

test('a token is given again while it is valid, its life is not extended, and another follows it', async () => {
  await using app = await openStandIn();
  const ask = () => app.get(`gettoken?corpid=${corpId}&corpsecret=${secret}`);
  const first = await ask();
  expect(first).toMatchObject({ errcode: 0, expires_in: 7_200 });
  app.clock.at += 3_600_000;
  expect(await ask()).toMatchObject({ access_token: first.access_token, expires_in: 3_600 });
  app.clock.at += 3_600_001;
  expect((await ask()).access_token).not.toBe(first.access_token);
  expect(await app.get(`${PATH}?access_token=${first.access_token}`)).toMatchObject({ errcode: 42001 });
});

test('a revoked token is invalid, not expired', async () => {
  await using app = await openStandIn();
  const token = await app.token();
  await app.person('tokens', { end: 'revoke' });
  expect(await app.get(`${PATH}?access_token=${token}`)).toMatchObject({ errcode: 40014 });
});

test('a token counts in the query only', async () => {
  await using app = await openStandIn();
  const token = await app.token();
  const withHeader = await fetch(`${app.standIn.url}/cgi-bin/${PATH}`, { headers: { authorization: `Bearer ${token}` } });
  expect(await withHeader.json()).toMatchObject({ errcode: 41001 });
});

test('a refusal is HTTP 200 and still carries the empty fields of its answer', async () => {
  await using app = await openStandIn();
  const answer = await fetch(`${app.standIn.url}/cgi-bin/externalcontact/list?userid=zhangsan&access_token=wrong`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ errcode: 40014, errmsg: expect.stringContaining('e=40014'), external_userid: [] });
});

test('an unknown path is 404 without a body', async () => {
  await using app = await openStandIn();
  const answer = await fetch(`${app.standIn.url}/cgi-bin/nothing`);
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});

test('what is no JSON is refused with an errcode, whatever it calls itself', async () => {
  await using app = await openStandIn();
  expect(await app.call('externalcontact/remark', '{broken')).toMatchObject({ errcode: 40058, errmsg: expect.stringContaining('wrong json format') });
});
