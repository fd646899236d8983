import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../start-test-engine.ts';

const document: JourneyDocument = {
  ...emptyDocument('Wait'),
  nodes: [
    { id: 'in', kind: 'entry-new-lead', version: 1, name: '', config: {}, position: { x: 0, y: 0 } },
    { id: 'hour', kind: 'wait', version: 1, name: '', config: { for: '1h' }, position: { x: 0, y: 150 } },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 300 } },
  ],
  edges: [
    { from: 'in', port: 'next', to: 'hour' },
    { from: 'hour', port: 'next', to: 'over' },
  ],
};

const resume = { late: 'send', skipAfterHours: 0, spreadMinutes: 0 } as const;

async function live(engine: TestEngine) {
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Wait', document });
  expect(await api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true });
  return { api, id };
}

async function leadInside({ engine, workspaceId, db }: TestEngine) {
  const { runIds } = await engine.runtime.upsertLead({ workspaceId, fields: { email: 'a@cn001.example' }, policy: 'fill' });
  const [runId = ''] = runIds;
  return { runId, run: () => db.client.run.findUniqueOrThrow({ where: { id: runId } }) };
}

describe('a journey', () => {
  test('is paused with the number of leads held, stays paused when published anew, and goes on when resumed', async () => {
    await using engine = await startTestEngine();
    const { api, id } = await live(engine);
    await expect(api.journeys.resume.mutate({ id, ...resume })).rejects.toThrow(/not-paused|not paused/);
    await api.journeys.pause.mutate({ id });
    await expect(api.journeys.pause.mutate({ id })).rejects.toThrow(/cannot-pause|nothing to pause/);
    const { runId } = await leadInside(engine);
    expect(await engine.engine.runtime.advance({ runId, step: 0, fact: { type: 'entered' } })).toEqual({ do: 'wait', until: null });
    expect(await api.journeys.get.query({ id })).toMatchObject({ status: 'paused', pause: { held: 1 } });

    expect(await api.journeys.publish.mutate({ id, note: 'again', enrolMatching: false })).toMatchObject({ ok: true, version: 2 });
    expect(await api.journeys.get.query({ id })).toMatchObject({ status: 'paused', liveVersion: 2 });

    expect(await api.journeys.resume.mutate({ id, ...resume })).toEqual({ leads: 1 });
    expect(await api.journeys.get.query({ id })).toMatchObject({ status: 'live', pause: null });
    const deeds = await engine.db.client.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(deeds.map(({ action }) => action)).toEqual(expect.arrayContaining(['journey.paused', 'journey.resumed']));
  });

  test('that is archived while it is paused lets the leads inside go on to their end', async () => {
    await using engine = await startTestEngine();
    const { api, id } = await live(engine);
    await api.journeys.pause.mutate({ id });
    const { runId } = await leadInside(engine);
    await engine.engine.runtime.advance({ runId, step: 0, fact: { type: 'entered' } });
    await api.journeys.archive.mutate({ id });
    const told = await engine.engine.runtime.advance({ runId, step: 1, fact: { type: 'recheck' } });
    expect(told).toEqual({ do: 'wait', until: expect.any(Number) });
  });

  test('is left by a lead that a marketer takes out, once', async () => {
    await using engine = await startTestEngine();
    const { api, id } = await live(engine);
    const { runId, run } = await leadInside(engine);
    const other = await api.journeys.create.mutate({ name: 'Other', document });
    expect(await api.journeys.removeLeads.mutate({ id: other.id, runIds: [runId] })).toEqual({ removed: 0 });
    expect(await api.journeys.removeLeads.mutate({ id, runIds: [runId] })).toEqual({ removed: 1 });
    expect(await run()).toMatchObject({ status: 'cancelled' });
    expect(await api.journeys.removeLeads.mutate({ id, runIds: [runId] })).toEqual({ removed: 0 });
  });
});
