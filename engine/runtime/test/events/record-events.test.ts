import { describe, expect, test } from 'vitest';
import { START, startWorkspace } from '../start-workspace.ts';

const DAY = 86_400_000;
const pricing = { name: 'Page Viewed', type: 'page', properties: { path: '/pricing' } } as const;

describe('an event of a known person', () => {
  test('makes the lead, gives points and sets when it was last seen', async () => {
    await using workspace = await startWorkspace();
    const { db } = workspace;
    expect(await workspace.events({ ...pricing, userId: 'Wang@CN001.example' }, { name: 'Live Attended', userId: 'wang@cn001.example' })).toEqual({
      recorded: 2,
      duplicates: 0,
      created: 1,
    });
    const lead = await db.client.lead.findFirstOrThrow({ include: { identities: true } });
    expect(lead).toMatchObject({ email: 'wang@cn001.example', lastSeenAt: new Date(START), stage: 'lead', pool: 'nurture' });
    expect(lead.identities.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'email wang@cn001.example',
      'user Wang@CN001.example',
      'user wang@cn001.example',
    ]);
    const score = await workspace.runtime.scoreOf({ workspaceId: workspace.id, leadId: lead.id });
    expect(score?.dimensions.map(({ dimension, points }) => [dimension, points])).toEqual([
      ['fit', 0],
      ['interest', 10],
      ['behaviour', 30],
      ['stage', 0],
    ]);
    expect(score).toMatchObject({ intent: 'low', grade: null });
  });

  test('is recorded once, however often it is sent', async () => {
    await using workspace = await startWorkspace();
    const event = { ...pricing, messageId: 'm-1', userId: 'a@cn001.example' };
    expect(await workspace.events(event, event)).toMatchObject({ recorded: 1, duplicates: 1 });
    expect(await workspace.events(event)).toMatchObject({ recorded: 0, duplicates: 1 });
    const both = await Promise.all(Array.from({ length: 8 }, () => workspace.events({ ...pricing, messageId: 'm-2', userId: 'b@cn001.example' })));
    expect(both.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(1);
    expect(await workspace.db.client.event.count()).toBe(2);
    expect(await workspace.db.client.scoreEntry.count({ where: { ruleKey: 'page-pricing' } })).toBe(2);
    expect(await workspace.db.client.lead.count()).toBe(2);
  });

  test('with characters that the database cannot keep loses those and nothing else', async () => {
    await using workspace = await startWorkspace();
    await workspace.events({ name: 'Form Submitted\0', userId: 'a@cn001.example', properties: { 'no\0te': 'a\0b\ud800c 😀' } });
    expect(await workspace.db.client.event.findFirstOrThrow()).toMatchObject({ name: 'Form Submitted', properties: { note: 'ab\ufffdc 😀' } });
  });

  test('that claims to come from the future happens now', async () => {
    await using workspace = await startWorkspace();
    await workspace.events({ ...pricing, userId: 'a@cn001.example', timestamp: START + DAY });
    expect((await workspace.db.client.event.findFirstOrThrow()).occurredAt).toEqual(new Date(START));
  });

  test('is dated on the workspace’s clock, and what happened before the clock was set stays where it was', async () => {
    await using workspace = await startWorkspace({ factor: 8_640 });
    workspace.clock.at = START + 20_000;
    await workspace.events(
      { ...pricing, messageId: 'old', userId: 'a@cn001.example', timestamp: START - 3 * DAY },
      { ...pricing, messageId: 'new', userId: 'a@cn001.example', timestamp: START + 10_000 },
    );
    const events = await workspace.db.client.event.findMany({ orderBy: { occurredAt: 'asc' } });
    expect(events.map(({ messageId, occurredAt, receivedAt }) => [messageId, occurredAt.getTime() - START, receivedAt.getTime() - START])).toEqual([
      ['old', -3 * DAY, 2 * DAY],
      ['new', DAY, 2 * DAY],
    ]);
  });
});

describe('an identify', () => {
  const traits = {
    email: 'u850015@cn055.example',
    name: '周静',
    phone: '+8617004118015',
    company: { name: '宁波华创信息技术有限公司', industry: '软件', employees: '1001-5000' },
    title: '市场总监',
    city: '苏州',
    favourite: '绿茶',
  };

  test('fills in lead and company, and the fit follows', async () => {
    await using workspace = await startWorkspace();
    await workspace.events({ name: 'Identify', type: 'identify', userId: traits.email, traits });
    const lead = await workspace.db.client.lead.findFirstOrThrow({ include: { company: true } });
    expect(lead).toMatchObject({
      name: '周静',
      phone: '+8617004118015',
      title: '市场总监',
      city: '苏州',
      attributes: { favourite: '绿茶' },
      company: { name: '宁波华创信息技术有限公司', industry: '软件', size: '1001-5000' },
    });
    const view = await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId: lead.id });
    expect(view).toMatchObject({
      attributes: { company: '宁波华创信息技术有限公司', companySize: '1001-5000', industry: '软件' },
      score: { fit: 40, total: 40 },
      reachable: { email: true, sms: true, wecom: false },
    });
  });

  test('sent again with old values does not bring them back', async () => {
    await using workspace = await startWorkspace();
    const identify = (messageId: string, title: string) => ({
      name: 'Identify',
      type: 'identify' as const,
      messageId,
      userId: traits.email,
      traits: { title },
    });
    await workspace.events(identify('i-1', '学生'));
    await workspace.events(identify('i-2', 'CTO'));
    await workspace.events(identify('i-1', '学生'));
    const lead = await workspace.db.client.lead.findFirstOrThrow();
    expect(lead.title).toBe('CTO');
    const held = await workspace.db.client.scoreEntry.groupBy({ by: ['ruleKey'], where: { leadId: lead.id }, _sum: { points: true } });
    expect(Object.fromEntries(held.map((row) => [row.ruleKey, row._sum.points]))).toMatchObject({ 'wrong-role': 0, 'title-decision-maker': 12 });
  });

  test('takes over what the visitor did before, once, with points for it', async () => {
    await using workspace = await startWorkspace();
    const { db } = workspace;
    await workspace.events(
      { ...pricing, anonymousId: 'a-1', timestamp: START - 2 * DAY },
      { name: 'Conference Attended', anonymousId: 'a-1', timestamp: START - DAY },
      { ...pricing, anonymousId: 'a-2' },
    );
    expect(await db.client.lead.count()).toBe(0);
    await workspace.events({ name: 'Identify', type: 'identify', userId: traits.email, anonymousId: 'a-1', traits });
    const lead = await db.client.lead.findFirstOrThrow();
    expect(await db.client.event.count({ where: { leadId: lead.id } })).toBe(3);
    expect(await db.client.scoreEntry.count({ where: { leadId: lead.id, ruleKey: { in: ['page-pricing', 'conference-attended'] } } })).toBe(2);
    await workspace.events({ name: 'Content Downloaded', anonymousId: 'a-1' });
    expect(await db.client.event.count({ where: { leadId: lead.id } })).toBe(4);
    expect(await db.client.event.count({ where: { leadId: null } })).toBe(1);
  });

  test('leaves no event of the visitor behind, whatever arrives at the same moment', async () => {
    await using workspace = await startWorkspace();
    const visitors = Array.from({ length: 12 }, (_, nth) => `a-${nth}`);
    await Promise.all(
      visitors.flatMap((anonymousId, nth) => [
        workspace.events({ ...pricing, anonymousId }),
        workspace.events({ name: 'Identify', type: 'identify', userId: `u${nth}@cn001.example`, anonymousId, traits: {} }),
        workspace.events({ name: 'Content Opened', anonymousId }),
      ]),
    );
    expect(await workspace.db.client.event.count({ where: { leadId: null } })).toBe(0);
    expect(await workspace.db.client.lead.count()).toBe(12);
  });

  test('on a device that somebody else uses makes another lead', async () => {
    await using workspace = await startWorkspace();
    await workspace.events({ name: 'Identify', type: 'identify', userId: 'a@cn001.example', anonymousId: 'shared', traits: { name: '甲' } });
    await workspace.events({ name: 'Identify', type: 'identify', userId: 'b@cn001.example', anonymousId: 'shared', traits: { name: '乙' } });
    const leads = await workspace.db.client.lead.findMany({ orderBy: { email: 'asc' } });
    expect(leads.map(({ name, mergedInto }) => [name, mergedInto])).toEqual([
      ['甲', null],
      ['乙', null],
    ]);
  });
});

describe('silence', () => {
  test('costs points when the lead comes back, and late news gives them back', async () => {
    await using workspace = await startWorkspace();
    const { db, clock } = workspace;
    const who = { userId: 'a@cn001.example' };
    await workspace.events({ name: 'Conference Attended', ...who });
    clock.at = START + 35 * DAY;
    await workspace.events({ ...pricing, ...who });
    const silence = { ruleKey: 'no-interaction' };
    expect(await db.client.scoreEntry.findMany({ where: silence })).toMatchObject([{ points: -30, at: new Date(START + 30 * DAY) }]);
    await workspace.events({ name: 'Content Opened', ...who, timestamp: START + 12 * DAY });
    expect((await db.client.scoreEntry.aggregate({ where: silence, _sum: { points: true } }))._sum.points).toBe(0);
  });

  test('counts at once when the score is read, with nothing written', async () => {
    await using workspace = await startWorkspace();
    await workspace.events({ name: 'Live Attended', userId: 'a@cn001.example' });
    const { id: leadId } = await workspace.db.client.lead.findFirstOrThrow();
    const behaviour = async () => (await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId }))?.score.behaviour;
    expect(await behaviour()).toBe(30);
    workspace.clock.at = START + 31 * DAY;
    expect(await behaviour()).toBe(0);
    expect(await workspace.db.client.scoreEntry.count({ where: { ruleKey: 'no-interaction' } })).toBe(0);
  });
});

describe('an unsubscription', () => {
  test('withdraws consent to the topic and stops the address until the person asks again', async () => {
    await using workspace = await startWorkspace();
    const { db, id: workspaceId, runtime } = workspace;
    const grant = (source: string) => [{ channel: 'email', topic: 'nurture', status: 'granted', source } as const];
    const { leadId } = await workspace.lead({ fields: { email: 'a@cn001.example' }, consents: grant('import') });
    const consent = async () => (await runtime.snapshot({ workspaceId, leadId }))?.consent;
    expect(await consent()).toEqual({ 'email/nurture': 'granted' });
    await workspace.events({ name: 'Unsubscribed', type: 'email', leadId, properties: { channel: 'email', topic: 'nurture' } });
    expect(await consent()).toEqual({ 'email/nurture': 'withdrawn' });
    expect(await db.client.suppression.findMany()).toMatchObject([{ address: 'a@cn001.example', reason: 'unsubscribe' }]);
    await workspace.lead({ fields: { email: 'a@cn001.example' }, consents: grant('import') });
    expect(await consent()).toEqual({ 'email/nurture': 'withdrawn' });
    workspace.clock.at += 1_000;
    await workspace.lead({ fields: { email: 'a@cn001.example' }, consents: grant('form') });
    expect(await consent()).toEqual({ 'email/nurture': 'granted' });
    expect(await db.client.suppression.count()).toBe(0);
  });
});

test('a friend on WeCom is a lead without any form, owned by the colleague who was added', async () => {
  await using workspace = await startWorkspace();
  await workspace.events({
    name: 'WeCom Friend Added',
    type: 'wecom',
    wecom: 'wm-1',
    properties: { staffUserId: 'zhangsan', externalUserId: 'wm-1' },
  });
  const lead = await workspace.db.client.lead.findFirstOrThrow();
  expect(lead).toMatchObject({ owner: 'zhangsan', email: null });
  expect(await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId: lead.id })).toMatchObject({
    reachable: { wecom: true, email: false },
  });
});
