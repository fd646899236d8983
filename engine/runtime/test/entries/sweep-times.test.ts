import { DAY, HOUR } from '@tendril/journey/model';
import { createRuntime, noteWatches } from '@tendril/runtime';
import { expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const OVER = ['exit', { outcome: 'over' }] as const;

/** Lets time pass and looks once. The first look begins the watch. */
async function passTo({ clock, runtime, id: workspaceId }: TestWorkspace, at: number): Promise<number> {
  clock.at = at;
  return (await runtime.sweepTimes({ workspaceId })).looked;
}

const namesIn = async ({ db }: TestWorkspace, journeyId: string): Promise<readonly (string | null)[]> => {
  const runs = await db.client.run.findMany({ where: { journeyId }, orderBy: { id: 'asc' } });
  const leads = await db.client.lead.findMany({ where: { id: { in: runs.map(({ leadId }) => leadId) } } });
  return runs.map(({ leadId }) => leads.find(({ id }) => id === leadId)?.email ?? null).toSorted();
};

const end = async ({ db }: TestWorkspace): Promise<void> =>
  void (await db.client.run.updateMany({ data: { status: 'done', endedAt: new Date(START) } }));

const lead = (workspace: TestWorkspace, name: string, attributes: { readonly [field: string]: string } = {}, timeZone?: string) =>
  workspace.lead({ fields: { email: `${name}@example.com`, ...(timeZone === undefined ? {} : { timeZone }) }, attributes });

// START is 24 November 2026, 09:00 in Shanghai.
test('a lead comes in days before its date at the time said, in its own zone, and once', async () => {
  await using workspace = await startWorkspace();
  const config = { attribute: 'renewalDate', offsetDays: -30, at: '10:00' };
  const journeyId = await workspace.publish({ in: ['entry-date', config, 'out'], out: OVER }, { reentry: 'after-exit' });
  await lead(workspace, 'due', { renewalDate: '2026-12-24' });
  await lead(workspace, 'berlin', { renewalDate: '2026-12-24' }, 'Europe/Berlin');
  await lead(workspace, 'later', { renewalDate: '2026-12-25' });
  await lead(workspace, 'past', { renewalDate: '2026-12-23' });
  await lead(workspace, 'unreadable', { renewalDate: 'soon' });
  await passTo(workspace, START);
  await passTo(workspace, START + HOUR - 1);
  expect(await namesIn(workspace, journeyId)).toEqual([]);
  await passTo(workspace, START + HOUR);
  expect(await namesIn(workspace, journeyId)).toEqual(['due@example.com']);
  await end(workspace);
  await passTo(workspace, START + 2 * HOUR);
  expect(await namesIn(workspace, journeyId)).toEqual(['due@example.com']);
  await passTo(workspace, START + 8 * HOUR);
  expect(await namesIn(workspace, journeyId)).toEqual(['berlin@example.com', 'due@example.com']);
});

test('a date that comes round every year lets in every year, 29 February on the 28th, and what passed during a stop is made up', async () => {
  await using workspace = await startWorkspace();
  const config = { attribute: 'birthday', offsetDays: 0, at: '09:00', repeat: 'yearly' };
  const journeyId = await workspace.publish({ in: ['entry-date', config, 'out'], out: OVER }, { reentry: 'after-exit' });
  await lead(workspace, 'li', { birthday: '1984-02-29' });
  await lead(workspace, 'wang', { birthday: '1990-11-25' });
  await passTo(workspace, START);
  await passTo(workspace, START + DAY - 1);
  expect(await namesIn(workspace, journeyId)).toEqual([]);
  await passTo(workspace, START + 120 * DAY);
  expect(await namesIn(workspace, journeyId)).toEqual(['li@example.com', 'wang@example.com']);
  await end(workspace);
  await passTo(workspace, START + 367 * DAY);
  expect(await namesIn(workspace, journeyId)).toEqual(['li@example.com', 'wang@example.com', 'wang@example.com']);
});

test('a schedule lets all matching leads in, once per occurrence, also when several look at once', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, clock } = workspace;
  const config = {
    rule: 'FREQ=DAILY',
    start: '2026-01-05',
    time: '09:30',
    filter: { test: { of: 'attribute', field: 'office' }, operator: 'is', value: '上海' },
  };
  const journeyId = await workspace.publish({ in: ['entry-schedule', config, 'out'], out: OVER }, { reentry: 'after-exit' });
  for (let nth = 0; nth < 205; nth += 1) await lead(workspace, `lead-${nth}`, { office: nth < 203 ? '上海' : '北京' });
  await passTo(workspace, START);
  clock.at = START + HOUR;
  const others = [workspace.runtime, createRuntime({ db, clock }), createRuntime({ db, clock })];
  for (const _ of [1, 2, 3]) await Promise.all(others.map((runtime) => runtime.sweepTimes({ workspaceId })));
  const first = await namesIn(workspace, journeyId);
  expect([first.length, new Set(first).size]).toEqual([203, 203]);
  await end(workspace);
  await passTo(workspace, START + 23 * HOUR);
  expect(await namesIn(workspace, journeyId)).toHaveLength(203);
  await passTo(workspace, START + DAY + HOUR);
  expect(await namesIn(workspace, journeyId)).toHaveLength(406);
  await end(workspace);
  // Three days without a look count once.
  await passTo(workspace, START + 4 * DAY + HOUR);
  expect(await namesIn(workspace, journeyId)).toHaveLength(609);
});

test('a look that is cut off goes on behind the last batch that was written', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, clock } = workspace;
  const config = { rule: 'FREQ=DAILY', start: '2026-01-05', time: '09:30' };
  const journeyId = await workspace.publish({ in: ['entry-schedule', config, 'out'], out: OVER }, { reentry: 'after-exit' });
  for (let nth = 0; nth < 150; nth += 1) await lead(workspace, `lead-${nth}`);
  await passTo(workspace, START);
  clock.at = START + HOUR;
  let transactions = 0;
  const client = new Proxy(db.client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name !== '$transaction' || typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        transactions += 1;
        if (transactions > 2) throw new Error('the process dies');
        return value.apply(target, given) as unknown;
      };
    },
  });
  const dying = createRuntime({ db: { ...db, client }, clock });
  await expect(dying.sweepTimes({ workspaceId })).rejects.toThrow('dies');
  expect(await namesIn(workspace, journeyId)).toHaveLength(100);
  await end(workspace);
  await passTo(workspace, START + 2 * HOUR);
  expect(new Set(await namesIn(workspace, journeyId)).size).toBe(150);
  expect(await namesIn(workspace, journeyId)).toHaveLength(150);
});

test('days of a demo that pass in seconds bring dates round as well', async () => {
  await using workspace = await startWorkspace({ factor: 8_640 });
  const config = { attribute: 'renewalDate', offsetDays: 2, at: '09:00' };
  const journeyId = await workspace.publish({ in: ['entry-date', config, 'out'], out: OVER });
  await lead(workspace, 'li', { renewalDate: '2026-11-25' });
  await passTo(workspace, START);
  await passTo(workspace, START + 25_000);
  expect(await namesIn(workspace, journeyId)).toEqual([]);
  await passTo(workspace, START + 35_000);
  expect(await namesIn(workspace, journeyId)).toEqual(['li@example.com']);
});

test('a version that goes live begins to watch at that moment; one that watched already leaves no gap', async () => {
  await using workspace = await startWorkspace();
  const { id, db, clock } = workspace;
  const config = { rule: 'FREQ=DAILY', start: '2026-01-05', time: '09:30' };
  const journeyId = await workspace.publish({ in: ['entry-schedule', config, 'out'], out: OVER });
  await lead(workspace, 'li');
  const note = (now: number) => db.client.$transaction((tx) => noteWatches({ tx, workspace: { id, timeZone: 'Asia/Shanghai' }, now }, journeyId));
  await note(START);
  clock.at = START + HOUR;
  await note(clock.at);
  await passTo(workspace, START + HOUR + 1);
  expect(await namesIn(workspace, journeyId)).toEqual(['li@example.com']);
});

test('silence lets a lead in when time makes it true, and again after it was broken', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, clock } = workspace;
  const journeyId = await workspace.publish({ in: ['entry-silence', { for: '30d' }, 'out'], out: OVER }, { reentry: 'after-exit' });
  await workspace.events({ name: 'Page Viewed', email: 'li@example.com' });
  await lead(workspace, 'never-seen');
  const look = async (at: number) => {
    clock.at = at;
    await workspace.runtime.sweepStates({ workspaceId });
    return namesIn(workspace, journeyId);
  };
  expect(await look(START + 30 * DAY - 1)).toEqual([]);
  // Our own mails are no sign of life.
  await workspace.events({ name: 'Email Opened', email: 'never-seen@example.com' });
  expect(await look(START + 30 * DAY)).toEqual(['li@example.com', 'never-seen@example.com']);
  await end(workspace);
  await workspace.events({ name: 'Page Viewed', email: 'li@example.com' });
  expect(await look(START + 59 * DAY)).toHaveLength(2);
  expect((await look(START + 60 * DAY)).filter((name) => name === 'li@example.com')).toHaveLength(2);
});
