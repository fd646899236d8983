import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createStandIn, demoCredentials, type RunningStandIn } from '@tendril/wecom-stand-in';
import { cpuSecondsOf, findProcess } from './cpu-time.ts';
import { costOf, type HistoryCost } from './history-cost.ts';
import { publishDocument } from './publish-document.ts';
import { enrolLeads, makeLeads, playPeople, prepare, type ReadyLead } from './reference-run.ts';
import { referenceSop } from './reference-sop.ts';
import { type Stack, spawnWorker, startStack } from './stack.ts';

/** One way of running the reference SOP. */
interface Way {
  /** Leads that ended per second of CPU of the worker, the Temporal server and the process that starts and signals runs, together. */
  readonly leadsPerCpuSecond: number;
  readonly workerCpuMsPerLead: number;
  readonly serverCpuMsPerLead: number;
  /** What enrols, starts and signals: the API's part with Tendril, which decides first steps and events there. */
  readonly starterCpuMsPerLead: number;
  readonly history: HistoryCost;
}

/** Tendril beside one plain activity per node: the same leads, server, mail server and machine, one after the other. */
export interface Throughput {
  readonly leads: number;
  readonly tendril: Way;
  readonly plain: Way;
  readonly ratio: number;
}

const LEADS = 300;
/** A day of the workspace takes two real seconds. */
const FACTOR = 43_200;
const DAY_MS = 2_000;
const PLAIN_WORKER = fileURLToPath(new URL('plain/plain-worker.ts', import.meta.url));
const PATIENCE_MS = 240_000;

/** Runs the reference SOP for 300 leads by Tendril, then by hand-written code, and compares what it costs. */
export async function measureThroughput(): Promise<Throughput> {
  await using stack = await startStack({ factor: FACTOR });
  await using standIn = await createStandIn({ dispatchMs: 0 });
  await prepare(stack, standIn);
  const leads = await makeLeads(stack, standIn, LEADS);
  const journeyId = await publishDocument(stack.db, stack.workspaceId, referenceSop);
  const tendril = await byTendril(stack, standIn, leads, journeyId);
  const plain = await byHand(stack, standIn, leads);
  return { leads: LEADS, tendril, plain, ratio: Math.round((tendril.leadsPerCpuSecond / plain.leadsPerCpuSecond) * 100) / 100 };
}

/** What worker and server use while something is done. */
async function costed(stack: Stack, worker: { readonly pid: number }, work: () => Promise<HistoryCost>): Promise<Way> {
  const port = stack.environment['TEMPORAL_ADDRESS']?.split(':')[1] ?? '';
  const server = await findProcess('temporal', port);
  const processes = [worker.pid, server, process.pid];
  const before = await Promise.all(processes.map(cpuSecondsOf));
  const history = await work();
  const after = await Promise.all(processes.map(cpuSecondsOf));
  const [ofWorker = 0, ofServer = 0, ofStarter = 0] = after.map((seconds, index) => seconds - (before[index] ?? 0));
  return {
    leadsPerCpuSecond: Math.round((LEADS / (ofWorker + ofServer + ofStarter)) * 10) / 10,
    workerCpuMsPerLead: Math.round((ofWorker * 10_000) / LEADS) / 10,
    serverCpuMsPerLead: Math.round((ofServer * 10_000) / LEADS) / 10,
    starterCpuMsPerLead: Math.round((ofStarter * 10_000) / LEADS) / 10,
    history,
  };
}

async function byTendril(stack: Stack, standIn: RunningStandIn, leads: readonly ReadyLead[], journeyId: string): Promise<Way> {
  const worker = await stack.startWorker();
  const way = await costed(stack, worker, async () => {
    const [first = ''] = await enrolLeads(stack, leads, journeyId);
    await playPeople(stack, standIn, journeyId);
    return costOf(await stack.temporal.workflow.getHandle(`run/${first}`).fetchHistory());
  });
  await worker.stop();
  return way;
}

async function byHand(stack: Stack, standIn: RunningStandIn, leads: readonly ReadyLead[]): Promise<Way> {
  const { db, temporal, workspaceId, environment, mail } = stack;
  const { corpId, secret } = demoCredentials;
  const worker = await spawnWorker(
    { ...environment, PLAIN_WORKSPACE: workspaceId, PLAIN_SMTP: mail.url, PLAIN_WECOM: standIn.url, PLAIN_CORP: corpId, PLAIN_CORP_SECRET: secret },
    PLAIN_WORKER,
  );
  const journey = await db.client.journey.create({ data: { workspaceId, name: 'By hand', draft: {}, status: 'live' } });
  const { programHash } = await db.client.run.findFirstOrThrow();
  const way = await costed(stack, worker, async () => {
    for (const { leadId } of leads) {
      const common = { workspaceId, journeyId: journey.id, version: 1, programHash, leadId, entryKey: 'once', startedAt: new Date() };
      const { id: runId } = await db.client.run.create({ data: common });
      const args = [{ runId, leadId }, [3 * DAY_MS, 2 * DAY_MS]] as const;
      await temporal.workflow.start('plainJourney', { workflowId: `plain/${runId}`, taskQueue: 'plain', args: [...args] });
    }
    await concludeAll(stack, journey.id);
    const { id } = await db.client.run.findFirstOrThrow({ where: { journeyId: journey.id } });
    return costOf(await temporal.workflow.getHandle(`plain/${id}`).fetchHistory());
  });
  await worker.stop();
  return way;
}

/** The SDR concludes each hand-off, until every lead is through. */
async function concludeAll({ db, temporal }: Stack, journeyId: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await db.client.run.count({ where: { journeyId, status: 'running' } })) > 0) {
    if (Date.now() > end) throw new Error('The plain journey did not get through in time.');
    for (const { id, runId } of await db.client.handoff.findMany({ where: { journeyId, status: 'open' } })) {
      await db.client.handoff.update({ where: { id }, data: { status: 'closed', closedAt: new Date() } });
      await temporal.workflow.getHandle(`plain/${runId}`).signal('concluded', 'qualified');
    }
    await pause(200);
  }
}
