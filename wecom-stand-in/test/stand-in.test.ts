import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStandIn } from '@tendril/wecom-stand-in';
import { describe, expect, test } from 'vitest';
import { massMessage, openStandIn } from './support/open-stand-in.ts';

test('health is told without a token', async () => {
  await using app = await openStandIn();
  expect(await (await fetch(`${app.standIn.url}/health`)).json()).toEqual({ status: 'ok' });
});

describe('a fault', () => {
  const path = 'externalcontact/get_follow_user_list';

  test('strikes as often as it was asked for, and elsewhere not at all', async () => {
    await using app = await openStandIn();
    await app.person('faults', { path, errcode: 45009, times: 2 });
    const codes = [];
    for (let times = 0; times < 3; times += 1) codes.push((await app.read(path)).errcode);
    expect(codes).toEqual([45009, 45009, 0]);
  });

  test('without a number strikes until it is cleared, on every path if asked for', async () => {
    await using app = await openStandIn();
    const token = await app.token();
    const ask = () => app.get(`${path}?access_token=${token}`);
    await app.person('faults', { path: '*', errcode: -1, times: null });
    expect([(await ask()).errcode, (await ask()).errcode]).toEqual([-1, -1]);
    await fetch(`${app.standIn.url}/stand-in/faults`, { method: 'DELETE' });
    expect((await ask()).errcode).toBe(0);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('can break the line %s the work is done', async (drop, created) => {
    await using app = await openStandIn();
    const customer = await app.customer();
    const order = massMessage('zhangsan', [customer]);
    await app.person('faults', { path: 'externalcontact/add_msg_template', drop });
    await expect(app.call('externalcontact/add_msg_template', order)).rejects.toThrow();
    expect(app.standIn.state.massSends).toHaveLength(created);
  });

  test('can delay the answer while the work is done at once', async () => {
    await using app = await openStandIn();
    const customer = await app.customer();
    await app.person('faults', { path: 'externalcontact/add_msg_template', delayMs: 150 });
    const answer = app.call('externalcontact/add_msg_template', massMessage('zhangsan', [customer]));
    await expect.poll(() => app.standIn.state.massSends.length, { timeout: 140 }).toBe(1);
    expect((await answer).errcode).toBe(0);
  });

  test('can be a gateway’s', async () => {
    await using app = await openStandIn();
    await app.person('faults', { path: 'gettoken', status: 502 });
    expect((await fetch(`${app.standIn.url}/cgi-bin/gettoken`)).status).toBe(502);
  });
});

describe('the state', () => {
  const inFolder = async (deed: (file: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
    await deed(join(folder, 'deeper', 'state.json')).finally(() => rm(folder, { recursive: true }));
  };

  test('is on disk before a call is answered, so that a killed stand-in remembers what it promised', () =>
    inFolder(async (stateFile) => {
      await using first = await openStandIn({ stateFile });
      const customer = await first.customer();
      const { msgid } = await first.call('externalcontact/add_msg_template', massMessage('zhangsan', [customer]));
      const token = await first.token();
      // The first one is not stopped: this is what a kill leaves behind.
      await using second = await openStandIn({ stateFile });
      expect(await second.call('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ errcode: 0, task_list: [{ userid: 'zhangsan' }] });
      expect(await second.token()).toBe(token);
    }));

  test('of many calls at once is whole', () =>
    inFolder(async (stateFile) => {
      await using first = await openStandIn({ stateFile });
      const ids = await Promise.all(Array.from({ length: 50 }, (_, index) => first.customer(`客户${index}`)));
      await using second = await openStandIn({ stateFile });
      expect(Object.keys(second.standIn.state.customers).toSorted()).toEqual(ids.toSorted());
    }));

  test('that is not ours is left alone', () =>
    inFolder(async (stateFile) => {
      await using _ = await openStandIn({ stateFile });
      await writeFile(stateFile, '{"version":9}');
      await expect(createStandIn({ stateFile })).rejects.toThrow('not a state of this stand-in');
    }));

  test('can be forgotten, except for the staff', async () => {
    await using app = await openStandIn();
    await app.customer();
    await app.person('reset', {});
    expect((await app.phones()).customers.total).toBe(0);
    expect((await app.phones()).staff).toHaveLength(3);
  });
});
