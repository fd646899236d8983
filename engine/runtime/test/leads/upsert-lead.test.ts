import { NoHandle } from '@tendril/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const living = ({ db }: TestWorkspace) => db.client.lead.findMany({ where: { mergedInto: null }, orderBy: { createdAt: 'asc' } });

describe('a lead handed in twice', () => {
  test.each([
    ['by phone', { phone: '170 0824 9165' }, { phone: '+8617008249165' }],
    ['by mail address', { email: ' U850010@CN023.EXAMPLE ' }, { email: 'u850010@cn023.example' }],
    ['in full-width letters', { phone: '１７００８２４９１６５', email: 'ａ＠cn001.example' }, { email: 'a@cn001.example' }],
  ])('is found again %s', async (_how, first, second) => {
    await using workspace = await startWorkspace();
    expect(await workspace.lead({ fields: first })).toMatchObject({ outcome: 'created' });
    expect(await workspace.lead({ fields: second })).toMatchObject({ outcome: 'matched', absorbed: [] });
    expect(await living(workspace)).toHaveLength(1);
  });

  test('at the same moment is one lead', async () => {
    await using workspace = await startWorkspace();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        workspace.lead({ fields: { email: 'a@cn001.example', phone: '17008249165', company: '上海云帆智(集团)有限公司' } }),
      ),
    );
    expect(await living(workspace)).toHaveLength(1);
    expect(await workspace.db.client.company.count()).toBe(1);
  });

  test('keeps what is known, or takes what is new, as asked', async () => {
    await using workspace = await startWorkspace();
    const email = 'a@cn001.example';
    await workspace.lead({ fields: { email, title: 'CTO' }, attributes: { note: '一' } });
    await workspace.lead({ fields: { email, title: '学生', city: '苏州' }, attributes: { note: '二', floor: 3 }, policy: 'fill' });
    expect(await living(workspace)).toMatchObject([{ title: 'CTO', city: '苏州', attributes: { note: '一', floor: 3 } }]);
    await workspace.lead({ fields: { email, title: '总经理', city: null }, attributes: { note: '三' }, policy: 'overwrite' });
    expect(await living(workspace)).toMatchObject([{ title: '总经理', city: null, attributes: { note: '三', floor: 3 } }]);
  });
});

describe('a lead', () => {
  test('without any usable handle is refused', async () => {
    await using workspace = await startWorkspace();
    await expect(workspace.lead({ fields: { email: 'u850104 at cn025.example', phone: '17009' } })).rejects.toThrow(NoHandle);
    expect(await workspace.db.client.lead.count()).toBe(0);
  });

  test('keeps an unusable address so that a person can mend it', async () => {
    await using workspace = await startWorkspace();
    await workspace.lead({ fields: { email: 'u850005@cn132', phone: '17004688286' } });
    expect(await living(workspace)).toMatchObject([{ email: null, phone: '+8617004688286', attributes: { emailAsGiven: 'u850005@cn132' } }]);
  });

  test('is dated when it first came', async () => {
    await using workspace = await startWorkspace();
    await workspace.lead({ fields: { email: 'a@cn001.example' }, createdAt: START - 1_000_000 });
    expect(await living(workspace)).toMatchObject([{ createdAt: new Date(START - 1_000_000) }]);
  });

  test('belongs to one company, however its name was typed', async () => {
    await using workspace = await startWorkspace();
    for (const [nth, company] of ['上海云帆智(集团)有限公司', '上海云帆智（集团）有限公司 ', '上海云帆智 集团 有限公司'].entries()) {
      await workspace.lead({ fields: { email: `a${nth}@cn001.example`, company, ...(nth === 2 ? { companySize: '51-200' } : {}) } });
    }
    expect(await workspace.db.client.company.findMany()).toMatchObject([
      { name: '上海云帆智(集团)有限公司', size: '51-200', domain: 'cn001.example' },
    ]);
  });

  test('shares no landline with a colleague, and no mobile with somebody of another name and address', async () => {
    await using workspace = await startWorkspace();
    await workspace.lead({ fields: { email: 'a@cn001.example', name: '甲', phone: '021-62881234' } });
    await workspace.lead({ fields: { email: 'b@cn001.example', name: '乙', phone: '021-62881234' } });
    await workspace.lead({ fields: { email: 'c@cn001.example', name: '丙', phone: '17008249165' } });
    await workspace.lead({ fields: { email: 'd@cn001.example', name: '丁', phone: '17008249165' } });
    expect((await living(workspace)).map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('two leads that turn out to be one person', () => {
  test('become the older one, with everything that belonged to either', async () => {
    await using workspace = await startWorkspace();
    const { db, clock } = workspace;
    const older = await workspace.lead({
      fields: { email: 'a@cn001.example', name: '王芳' },
      consents: [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }],
    });
    clock.at += 60_000;
    const younger = await workspace.lead({ fields: { phone: '17008249165', name: '王芳', title: 'CTO', company: '云帆' }, anonymousId: 'a-9' });
    await workspace.events({ name: 'Content Downloaded', leadId: younger.leadId }, { name: 'Form Submitted', leadId: older.leadId });
    const merged = await workspace.lead({ fields: { email: 'a@cn001.example', phone: '17008249165' } });
    expect(merged).toMatchObject({ leadId: older.leadId, outcome: 'matched', absorbed: [younger.leadId] });
    expect(await living(workspace)).toMatchObject([{ id: older.leadId, title: 'CTO', phone: '+8617008249165', email: 'a@cn001.example' }]);
    expect(await db.client.event.count({ where: { leadId: older.leadId } })).toBe(2);
    expect(await db.client.leadIdentity.count({ where: { leadId: older.leadId } })).toBe(3);
    const view = await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId: younger.leadId });
    expect(view).toMatchObject({ id: older.leadId, consent: { 'email/nurture': 'granted' }, score: { behaviour: 15 } });
    const ledger = await db.client.scoreEntry.findMany({ where: { leadId: older.leadId } });
    const fit = ledger.filter(({ dimension }) => dimension === 'fit').reduce((sum, { points }) => sum + points, 0);
    expect(fit).toBe(12 + 5 + 8);
    await workspace.events({ name: 'Content Opened', anonymousId: 'a-9' });
    expect(await db.client.event.count({ where: { leadId: older.leadId } })).toBe(3);
  });

  test('of one journey keep one run; the other ends and Temporal is told', async () => {
    await using workspace = await startWorkspace();
    const { db } = workspace;
    const journey = await workspace.publish({ in: ['entry-new-lead', {}, 'wait'], wait: ['wait', { for: '3d' }, 'out'], out: ['exit', {}] });
    const older = await workspace.lead({ fields: { email: 'a@cn001.example' } });
    workspace.clock.at += 1_000;
    const younger = await workspace.lead({ fields: { phone: '17008249165' } });
    for (const runId of [...older.runIds, ...younger.runIds]) await workspace.step(runId, 0, { type: 'entered' });
    await db.client.outboxItem.deleteMany();
    await workspace.lead({ fields: { email: 'a@cn001.example', phone: '17008249165' } });
    const runs = await db.client.run.findMany({ where: { journeyId: journey }, orderBy: { id: 'asc' } });
    expect(runs.map(({ leadId, status, outcome }) => ({ leadId, status, outcome }))).toEqual([
      { leadId: older.leadId, status: 'running', outcome: null },
      { leadId: older.leadId, status: 'cancelled', outcome: 'merged' },
    ]);
    const [lost = ''] = younger.runIds;
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId: lost, payload: { type: 'recheck' } }]);
    expect(await workspace.step(lost, 1, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'merged' });
  });
});

test('however handles arrive, people end up as many as they are', async () => {
  await using workspace = await startWorkspace();
  const people = fc.integer({ min: 0, max: 3 });
  const handleSets = fc.constantFrom(
    ['email'],
    ['phone'],
    ['userId'],
    ['email', 'phone'],
    ['phone', 'userId'],
    ['email', 'userId'],
    ['email', 'phone', 'userId'],
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(people, handleSets), { minLength: 1, maxLength: 12 }), async (calls) => {
      round += 1;
      const who = (person: number, handles: readonly string[]) => ({
        fields: {
          name: `P${person}`,
          ...(handles.includes('email') ? { email: `p${person}r${round}@cn001.example` } : {}),
          ...(handles.includes('phone') ? { phone: `1700${String(round).padStart(6, '0')}${person}` } : {}),
        },
        ...(handles.includes('userId') ? { userId: `id-${round}-${person}` } : {}),
      });
      const everything = [...new Set(calls.map(([person]) => person))].map((person) => [person, ['email', 'phone', 'userId']] as const);
      const ids = new Map<number, string>();
      for (const [person, handles] of calls) await workspace.lead(who(person, handles));
      for (const [person, handles] of everything) ids.set(person, (await workspace.lead(who(person, handles))).leadId);
      expect(new Set(ids.values()).size).toBe(ids.size);
      for (const [person, handles] of calls) {
        const found = await workspace.lead(who(person, handles));
        expect(found).toMatchObject({ outcome: 'matched', leadId: ids.get(person), absorbed: [] });
      }
    }),
    { numRuns: 25 },
  );
});
