import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { publishDocument } from '@tendril/bench/publish-document';
import { enrolLeads, makeLeads, prepare, tell } from '@tendril/bench/reference-run';
import { compile } from '@tendril/journey/compile';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { type Laboratory, simulateScript } from '@tendril/journey/simulator';
import { createStandIn, type RunningStandIn } from '@tendril/wecom-stand-in';
import { expect, test } from 'vitest';
import { type FragileWorld, patiently, startFragileWorld, type Victim } from './fragile-world.ts';
import { longWay } from './long-way.ts';

/** How many leads travel and how many processes die; `npm run test:faults` asks for more. */
const LEADS = Number(process.env['FAULT_LEADS'] ?? 20);
const KILLS = Number(process.env['FAULT_KILLS'] ?? 6);
const PATIENCE_MS = Number(process.env['FAULT_PATIENCE_MS'] ?? 200_000);
const VICTIMS: readonly Victim[] = ['worker', 'temporal', 'postgres', 'api'];

test(`${LEADS} leads, ${KILLS} processes killed at random moments: nobody is lost, doubled or stuck`, {
  timeout: PATIENCE_MS + 100_000,
}, async () => {
  await using world = await startFragileWorld({ factor: 21_600, mailSlowness: 150 });
  await using standIn = await createStandIn({ dispatchMs: 0 });
  await prepare(world, standIn);
  const leads = await makeLeads(world, standIn, LEADS);
  const journeyId = await publishDocument(world.db, world.workspaceId, longWay);
  await enrolLeads(world, leads, journeyId);

  const people = playUntilOver(world, standIn, journeyId);
  const [, hits] = await Promise.all([people, killAtRandom(world, journeyId)]);
  expect(hits.filter((leadsUnderWay) => leadsUnderWay > 0).length).toBeGreaterThanOrEqual(KILLS / 2);

  const runs = await world.db.client.run.findMany({ where: { journeyId } });
  expect(runs.map(({ status, outcome }) => `${status} ${outcome}`)).toEqual(Array.from({ length: LEADS }, () => 'done done'));
  const way = waySimulated();
  for (const { id } of runs) expect(await wayLived(world, id)).toEqual(way);

  const ledger = await world.db.client.message.findMany({ where: { journeyId } });
  expect(ledger).toHaveLength(3 * LEADS);
  expect(
    ledger.filter(({ status }) => !['sent', 'unknown'].includes(status)).map(({ channel, status, reason }) => ({ channel, status, reason })),
  ).toEqual([]);
  const arrivals = world.mail.mails.map(({ messageId }) => messageId.replace(/^<(.*)@.*>$/, '$1'));
  expect(arrivals.filter((id, index) => arrivals.indexOf(id) !== index)).toEqual([]);
  const mails = ledger.filter(({ channel }) => channel === 'email');
  expect(mails.filter(({ id, status }) => status === 'sent' && !arrivals.includes(id))).toEqual([]);
  expect(await world.db.client.outboxItem.count({ where: { deliveredAt: null } })).toBe(0);
});

/** Kills as many processes as asked for, each kind in turn. @returns how many leads were under way each time */
async function killAtRandom(world: FragileWorld, journeyId: string): Promise<readonly number[]> {
  const hits: number[] = [];
  for (let nth = 0; nth < KILLS; nth += 1) {
    await pause(randomInt(500, 3_000));
    hits.push(await patiently(() => world.db.client.run.count({ where: { journeyId, status: 'running' } })));
    await world.kill(VICTIMS[nth % VICTIMS.length] ?? 'worker');
  }
  return hits;
}

/** Confirms each message and concludes each hand-off, whatever is away, until every lead is through. */
async function playUntilOver({ db, runtime, workspaceId }: FragileWorld, standIn: RunningStandIn, journeyId: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = await patiently(() => db.client.run.findMany({ where: { journeyId, status: 'running' }, select: { nodeId: true } }));
    if (running.length === 0) return;
    if (Date.now() > end) throw new Error(`Still under way: ${running.map(({ nodeId }) => nodeId).join(', ')}`);
    for (const { msgid, members } of standIn.state.massSends)
      if (members.some((member) => member.status === 0)) await tell(standIn, 'confirm', { msgid, userid: 'zhangsan' });
    const open = await patiently(() => db.client.handoff.findMany({ where: { workspaceId, status: 'open' } }));
    for (const { id } of open) await patiently(() => runtime.closeHandoff({ workspaceId, handoffId: id, userId: 'sdr', disposition: 'qualified' }));
    await pause(300);
  }
}

/** The steps that a lead goes through by the simulator. */
function waySimulated(): readonly string[] {
  const compiled = compile(longWay, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const laboratory: Laboratory = { nodeTypes: builtInNodeTypes, program: compiled.program, timeZone: 'Asia/Shanghai' };
  const answer = { event: 'SDR Disposition', properties: { disposition: 'qualified', group: 'qualified' } };
  const happens = [
    { after: '1h', event: 'Nothing' },
    { after: '2d1h', event: 'WeCom Message Delivered' },
    { after: '3d', ...answer },
  ];
  const trace = simulateScript(laboratory, { start: '2026-11-24T09:00:00+08:00', happens });
  return stepsOf(trace.lines.flatMap(({ node, port }) => (node === null || port === undefined ? [] : [node])));
}

async function wayLived({ db }: FragileWorld, runId: string): Promise<readonly string[]> {
  const lines = await db.client.trailEntry.findMany({ where: { runId, port: { not: null } }, orderBy: [{ step: 'asc' }, { seq: 'asc' }] });
  return stepsOf(lines.map(({ nodeId }) => nodeId));
}

/** A step may speak twice; a lead passes it once. */
const stepsOf = (nodes: readonly string[]): readonly string[] => nodes.filter((node, index) => node !== nodes[index - 1]);
