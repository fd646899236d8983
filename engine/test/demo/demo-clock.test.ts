import { DAY, HOUR, SECOND } from '@tendril/journey/model';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { keepDemoClocks, resumeClocks } from '../../src/demo/demo-clock-keeper.ts';
import { refusalOf, startTestEngine, type TestEngine } from '../start-test-engine.ts';

const shown = (engine: TestEngine): Promise<number> => engine.engine.runtime.now({ workspaceId: engine.workspaceId });

/** Sets the clock to a real and a virtual instant. */
const setClock = (engine: TestEngine, clock: { real: number; virtual: number; factor: number }) =>
  engine.db.client.workspace.update({
    where: { id: engine.workspaceId },
    data: { clockReal: new Date(clock.real), clockVirtual: new Date(clock.virtual), clockFactor: clock.factor },
  });

test('a demo that was down for a night goes on where it stood', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  const real = Date.UTC(2026, 10, 24, 20);
  const virtual = Date.UTC(2026, 11, 1);
  await setClock(engine, { real, virtual, factor: 8_640 });
  engine.clock.at = real + 12 * HOUR;
  await resumeClocks({ db: engine.db, runtime: engine.engine.runtime, clock: engine.clock });
  expect(await shown(engine)).toBe(virtual);
  engine.clock.at += 10 * SECOND;
  expect(await shown(engine)).toBe(virtual + DAY);
});

test('a restart within seconds stops no clock', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  const real = Date.UTC(2026, 10, 24, 20);
  await setClock(engine, { real, virtual: real, factor: 8_640 });
  engine.clock.at = real + 10 * SECOND;
  await resumeClocks({ db: engine.db, runtime: engine.engine.runtime, clock: engine.clock });
  expect(await shown(engine)).toBe(real + DAY);
});

test('noting a clock does not change what it shows', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  const real = Date.UTC(2026, 10, 24, 20);
  await setClock(engine, { real, virtual: real, factor: 8_640 });
  engine.clock.at = real + 7 * SECOND;
  const before = await shown(engine);
  const stop = await keepDemoClocks({ db: engine.db, runtime: engine.engine.runtime, clock: engine.clock, log: pino({ level: 'silent' }) });
  await stop();
  expect(await shown(engine)).toBe(before);
  expect((await engine.db.client.workspace.findFirstOrThrow()).clockReal.getTime()).toBe(engine.clock.at);
});

test('a production clock is never touched and cannot be compressed', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('admin');
  expect(await refusalOf(api.settings.setClockFactor.mutate({ factor: 2 }))).toEqual({
    status: 403,
    sentence: 'clock.production',
    params: { workspace: 'Test' },
  });
  await expect(engine.db.client.workspace.updateMany({ data: { clockFactor: 2 } })).rejects.toThrow();
  const before = await engine.db.client.workspace.findFirstOrThrow();
  await resumeClocks({ db: engine.db, runtime: engine.engine.runtime, clock: { now: () => Date.now() + 30 * DAY } });
  expect(await engine.db.client.workspace.findFirstOrThrow()).toEqual(before);
});

test('a demo clock changes its pace without a jump, and who did it is on record', async () => {
  await using engine = await startTestEngine({ kind: 'demo' });
  const { api, userId } = await engine.as('admin');
  const real = Date.now();
  await setClock(engine, { real, virtual: real, factor: 1_000 });
  engine.clock.at = real + 60 * SECOND;
  const before = await shown(engine);
  await api.settings.setClockFactor.mutate({ factor: 10 });
  expect(await shown(engine)).toBe(before);
  engine.clock.at += SECOND;
  expect(await shown(engine)).toBe(before + 10 * SECOND);
  expect(await engine.db.client.auditEntry.findFirst({ where: { action: 'clock.changed' } })).toMatchObject({
    userId,
    detail: { from: 1_000, to: 10 },
  });
});
