import { lockCompanySending } from '@tendril/db/queries';
import { NO_SENDING_RULES } from '@tendril/journey/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';
import { driveToTheEnd } from './many-runs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;

const rules = {
  ...NO_SENDING_RULES,
  leadCaps: [{ channel: 'any', count: 2, per: '7d' }],
  companyCaps: [{ channel: 'any', count: 3, per: '1d' }],
  minimumGap: '6h',
  quietHours: { from: '21:00', to: '08:00' },
};

/** Three journeys of different priority, each with two mails a day apart, which everybody enters who shows up. */
async function busyWorkspace(): Promise<TestWorkspace> {
  const workspace = await startWorkspace();
  const { db, id } = workspace;
  await db.client.workspace.update({ where: { id }, data: { sendingRules: rules } });
  await db.client.template.create({ data: { workspaceId: id, key: 'mail', channel: 'email', name: 'Mail', body: '' } });
  const mail = ['send-email', { template: 'mail', topic: 'nurture' }] as const;
  for (const priority of [20, 50, 80]) {
    const steps = { in: ['entry-event', { event: 'Shown up' }, 'one'], one: [...mail, 'day'], day: ['wait', { for: '1d' }, 'two'] } as const;
    await workspace.publish({ ...steps, two: [...mail, 'out'], out: ['exit', {}] }, { priority });
  }
  return workspace;
}

function most(times: readonly number[], per: number): number {
  return Math.max(0, ...times.map((first) => times.filter((time) => time >= first && time < first + per).length));
}

async function checkSent({ db }: TestWorkspace, leadIds: readonly string[]): Promise<void> {
  const sent = await db.client.message.findMany({ where: { leadId: { in: [...leadIds] }, status: { in: ['sent', 'unknown'] } } });
  const timesOf = (rows: typeof sent) => rows.map(({ sendingAt }) => sendingAt?.getTime() ?? 0).toSorted((a, b) => a - b);
  expect(most(timesOf(sent), DAY)).toBeLessThanOrEqual(3);
  for (const rows of Map.groupBy(sent, ({ leadId }) => leadId).values()) {
    const times = timesOf(rows);
    expect(most(times, 7 * DAY)).toBeLessThanOrEqual(2);
    for (const [index, time] of times.entries()) if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(6 * HOUR);
  }
  for (const time of timesOf(sent)) expect(new Date(time + 8 * HOUR).getUTCHours()).toSatisfy((hour: number) => hour >= 8 && hour < 21);
}

describe('when journeys plan and send for the same people at once', () => {
  test('no cap is passed, and every message goes or is settled, whatever fails', async () => {
    await using workspace = await busyWorkspace();
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom('sent' as const, 'sent' as const, 'failed' as const, 'not-sent' as const), { minLength: 1, maxLength: 9 }),
        async (people, fates) => {
          nth += 1;
          // Many failures in a row would stop the channel, which has tests of its own.
          await workspace.db.client.sendTally.deleteMany();
          workspace.clock.at = Math.max(workspace.clock.at, START) + 30 * DAY;
          const leadIds: string[] = [];
          for (let one = 0; one < people; one += 1) {
            const fields = { email: `p${one}@c${nth}.example`, company: `Company ${nth}` };
            leadIds.push((await workspace.lead({ fields, consents: [...consents] })).leadId);
          }
          await workspace.events(...leadIds.map((leadId) => ({ name: 'Shown up', leadId })));
          let turn = 0;
          await driveToTheEnd(workspace, { rounds: 400, settle: () => fates[turn++ % (fates.length + 1)] ?? 'sent' });
          const open = await workspace.db.client.message.count({ where: { status: { in: ['planned', 'held', 'sending'] } } });
          expect(open).toBe(0);
          expect(await workspace.db.client.message.count({ where: { leadId: { in: leadIds } } })).toBe(people * 6);
          await checkSent(workspace, leadIds);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test('of two journeys that take their message for one lead at the same moment one sends', async () => {
    await using workspace = await busyWorkspace();
    const { leadId } = await workspace.lead({ fields: { email: 'a@c.example', company: 'C' }, consents: [...consents] });
    const { leadId: other } = await workspace.lead({ fields: { email: 'b@d.example', company: 'C' }, consents: [...consents] });
    const { db, runtime, id } = workspace;
    await db.client.workspace.update({ where: { id }, data: { sendingRules: {} } });
    await workspace.events({ name: 'Shown up', leadId }, { name: 'Shown up', leadId: other });
    const runs = await db.client.run.findMany();
    await Promise.all(runs.map((run) => workspace.step(run.id, 0, { type: 'entered' })));
    const once = [{ channel: 'any', count: 1, per: '1d' }];
    await db.client.workspace.update({ where: { id }, data: { sendingRules: { companyCaps: once } } });
    const claims = await Promise.all(runs.map((run) => runtime.claimMessage({ runId: run.id, step: 0 })));
    expect(claims.map(({ state }) => state).toSorted()).toEqual(['claimed', ...Array(5).fill('deferred')]);
    const { priority } = await db.client.message.findFirstOrThrow({ where: { status: 'sending' } });
    expect(priority).toBe(80);
  });

  test('a message waits for one to a colleague that is being taken, and then sees it', async () => {
    await using workspace = await busyWorkspace();
    const { db, runtime, id } = workspace;
    const fields = (name: string) => ({ email: `${name}@c.example`, company: 'C' });
    const early = (await workspace.lead({ fields: fields('a'), consents: [...consents] })).leadId;
    const late = (await workspace.lead({ fields: fields('b'), consents: [...consents] })).leadId;
    await db.client.workspace.update({ where: { id }, data: { sendingRules: { companyCaps: [{ channel: 'any', count: 1, per: '1d' }] } } });
    const enter = async (leadId: string, priority: number) => {
      const runs = await db.client.run.findMany({ where: { leadId } });
      const programs = await db.client.program.findMany({ where: { hash: { in: runs.map(({ programHash }) => programHash) } } });
      const hash = programs.find(({ program }) => (program as { settings: { priority?: number } }).settings.priority === priority)?.hash;
      const runId = runs.find(({ programHash }) => programHash === hash)?.id ?? '';
      await workspace.step(runId, 0, { type: 'entered' });
      return runId;
    };
    await workspace.events({ name: 'Shown up', leadId: early }, { name: 'Shown up', leadId: late });
    const first = await enter(early, 20);
    const second = await enter(late, 80);
    const company = (await db.client.lead.findUniqueOrThrow({ where: { id: early } })).companyId ?? '';
    let claim: ReturnType<typeof runtime.claimMessage> | undefined;
    await db.client.$transaction(async (tx) => {
      await lockCompanySending(tx, company);
      await tx.message.update({ where: { runId_step: { runId: first, step: 0 } }, data: { status: 'sending', sendingAt: new Date(START) } });
      claim = runtime.claimMessage({ runId: second, step: 0 });
      await Promise.race([claim, until(() => waitsForLock(db))]);
    });
    expect(await claim).toEqual({ state: 'deferred' });
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resume) => setTimeout(resume, 10));
}

async function waitsForLock({ client }: TestWorkspace['db']): Promise<boolean> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return rows.length > 0;
}
