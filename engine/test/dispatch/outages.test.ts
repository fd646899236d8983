import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { RUN_QUEUE, workflowIdOf } from '@tendril/journey/wire';
import { createCrew, findTemporal, startTemporalServer } from '@tendril/launcher/services';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDispatcher } from '../../src/dispatch/start-dispatcher.ts';
import { eventually, startTestEngine, type TestEngine } from '../start-test-engine.ts';
import { publishWait } from './publish-wait.ts';

const log = pino({ level: 'silent' });
const lostRuns = { everyMs: 200, restMs: 500 };

describe('the dispatcher, while services are away', () => {
  const crew = createCrew();
  const folder = join(tmpdir(), `tendril-dispatch-${randomUUID()}`);
  const dbFile = join(folder, 'temporal.db');
  let port = 0;
  let connection: Connection;
  let temporal: Client;
  const serve = async () =>
    startTemporalServer({ command: await findTemporal(), port, uiPort: undefined, dbFile, logFile: join(folder, 'log'), crew });
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    port = await freePort();
    server = await serve();
    connection = Connection.lazy({ address: `127.0.0.1:${port}` });
    temporal = new Client({ connection });
  });
  afterAll(async () => {
    await connection.close();
    await crew.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const isOpen = async (runId: string): Promise<boolean> => {
    try {
      return (await temporal.workflow.getHandle(workflowIdOf(runId)).describe()).status.name === 'RUNNING';
    } catch {
      return false;
    }
  };

  test('a lead that comes in while Temporal is away is started when it is back, and hears of its event', { timeout: 120_000 }, async () => {
    await using api = await startTestEngine();
    const dispatcher = await startDispatcher({ db: api.db, runtime: api.engine.runtime, temporal, log, lostRuns });
    await kill();
    const { runId, leadId } = await enter(api);
    await eventually(async () => (await api.db.client.outboxItem.findFirst({ where: { runId } }))?.lastError != null, 30_000);
    await view(api, leadId);
    server = await serve();
    await eventually(() => isOpen(runId), 40_000);
    await eventually(async () => (await api.db.client.outboxItem.count({ where: { deliveredAt: null } })) === 0, 40_000);
    // The event was decided: the lead is on its way to the webhook, and Temporal was told.
    const { events } = await temporal.workflow.getHandle(workflowIdOf(runId)).fetchHistory();
    expect((events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes)).toHaveLength(1);
    await dispatcher.stop();
  });

  test('leads that Temporal has lost with its database go on where they were', { timeout: 120_000 }, async () => {
    await using api = await startTestEngine();
    const { runId, leadId } = await enter(api);
    const first = await startDispatcher({ db: api.db, runtime: api.engine.runtime, temporal, log });
    await eventually(() => isOpen(runId));
    await view(api, leadId);
    await eventually(async () => (await api.db.client.outboxItem.count({ where: { deliveredAt: null } })) === 0);
    await first.stop();
    await kill();
    await rm(dbFile, { force: true });
    await Promise.all(['-wal', '-shm'].map((suffix) => rm(`${dbFile}${suffix}`, { force: true })));
    server = await serve();
    expect(await isOpen(runId)).toBe(false);

    const second = await startDispatcher({ db: api.db, runtime: api.engine.runtime, temporal, log, lostRuns });
    await eventually(() => isOpen(runId), 40_000);
    const { events } = await temporal.workflow.getHandle(workflowIdOf(runId)).fetchHistory();
    const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    expect(JSON.parse(Buffer.from(input ?? []).toString('utf8'))).toMatchObject({ runId, resume: { step: 1, next: { do: 'perform' } } });
    await second.stop();
  });

  test('a workflow that somebody ended in Temporal is started again, a run that is over is not', { timeout: 120_000 }, async () => {
    await using api = await startTestEngine();
    const [{ runId }, other] = [await enter(api), await enter(api)];
    const dispatcher = await startDispatcher({ db: api.db, runtime: api.engine.runtime, temporal, log, lostRuns });
    await eventually(async () => (await isOpen(runId)) && (await isOpen(other.runId)));
    await api.engine.runtime.removeRun({ workspaceId: api.workspaceId, runId: other.runId, by: 'Li' });
    for (const id of [runId, other.runId]) await temporal.workflow.getHandle(workflowIdOf(id)).terminate();
    await eventually(() => isOpen(runId), 40_000);
    expect(await isOpen(other.runId)).toBe(false);
    expect((await temporal.workflow.getHandle(workflowIdOf(runId)).describe()).taskQueue).toBe(RUN_QUEUE);
    await dispatcher.stop();
  });

  async function kill(): Promise<void> {
    server.process.kill();
    await server.process.ended;
  }

  async function enter(api: TestEngine): Promise<{ runId: string; leadId: string }> {
    const { runtime } = api.engine;
    const { leadId } = await runtime.upsertLead({ workspaceId: api.workspaceId, policy: 'fill', fields: { email: `${randomUUID()}@cn001.example` } });
    const journeyId = await publishWait(api.db, api.workspaceId);
    const answer = await runtime.enrol({ workspaceId: api.workspaceId, journeyId, leadId });
    if (!answer.enrolled) throw new Error(answer.because.code);
    return { runId: answer.runId, leadId };
  }

  async function view(api: TestEngine, leadId: string): Promise<void> {
    const event = { messageId: randomUUID(), type: 'page', name: 'Page Viewed', leadId } as const;
    await api.engine.runtime.recordEvents({ workspaceId: api.workspaceId, events: [event] });
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
