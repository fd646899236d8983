import { expect, test } from 'vitest';
import { eventually, refusalOf, startTestEngine, type TestEngine } from '../start-test-engine.ts';

/** A file of so many people. */
const fileOf = (people: number): string =>
  `邮箱,姓名\n${Array.from({ length: people }, (_, index) => `p${index}@many.example,Person ${index}`).join('\n')}\n`;

async function begin(engine: TestEngine, people: number): Promise<string> {
  const marketer = await engine.as('marketer');
  const headers = { 'content-type': 'application/octet-stream' };
  const { jobId } = (await (await marketer.fetch('/api/imports?fileName=many.csv', { method: 'POST', headers, body: fileOf(people) })).json()) as {
    jobId: string;
  };
  await marketer.api.imports.start.mutate({ jobId, mapping: { 邮箱: 'email', 姓名: 'name' }, consent: null });
  return jobId;
}

test('an import goes on where it was when the API is started again, and no line is done twice', async () => {
  await using first = await startTestEngine();
  const jobId = await begin(first, 400);
  await eventually(async () => (await first.db.client.importJob.findUniqueOrThrow({ where: { id: jobId } })).done >= 50);
  await using second = await first.restart();
  const doneBefore = (await first.db.client.importJob.findUniqueOrThrow({ where: { id: jobId } })).done;
  expect(doneBefore).toBeLessThan(400);
  const marketer = await second.as('marketer');
  const job = await eventually(async () => {
    const seen = await marketer.api.imports.get.query({ jobId });
    return seen.status === 'done' && seen;
  });
  expect(job).toMatchObject({ done: 400, imported: 400, merged: 0, refused: 0 });
  expect(await first.db.client.lead.count()).toBe(400);
});

test('leads that a crashed process wrote without noting them are reported as imported, not as merged with themselves', async () => {
  await using engine = await startTestEngine();
  await engine.engine.stop();
  const { id: workspaceId } = await engine.db.client.workspace.findFirstOrThrow();
  const member = await engine.db.client.member.findFirstOrThrow();
  const job = await engine.db.client.importJob.create({
    data: {
      workspaceId,
      createdBy: member.userId,
      fileName: 'crash.csv',
      encoding: 'utf-8',
      content: Buffer.from(`${fileOf(3)}p1@many.example,Again\n`),
      mapping: { 邮箱: 'email', 姓名: 'name' },
      status: 'running',
      total: 4,
      leaseUntil: new Date(Date.now() - 1),
    },
  });
  // What the process had written when it died: two leads, and no line of the report.
  for (const email of ['p0@many.example', 'p1@many.example'])
    await engine.engine.runtime.upsertLead({ workspaceId, fields: { email }, policy: 'fill' });
  await using _again = await engine.restart();
  const done = await eventually(async () => {
    const seen = await engine.db.client.importJob.findUniqueOrThrow({ where: { id: job.id } });
    return seen.status === 'done' && seen;
  });
  expect(done).toMatchObject({ done: 4, imported: 3, merged: 1, content: null });
});

test('a cancelled import stops, keeps what it has done and cannot be started again', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const jobId = await begin(engine, 2_000);
  await eventually(async () => (await marketer.api.imports.get.query({ jobId })).done > 0);
  await marketer.api.imports.cancel.mutate({ jobId });
  const { done } = await eventually(async () => {
    const seen = await marketer.api.imports.get.query({ jobId });
    return seen.status === 'cancelled' && seen;
  });
  expect(done).toBeLessThan(2_000);
  expect(await refusalOf(marketer.api.imports.cancel.mutate({ jobId }))).toMatchObject({ status: 409, sentence: 'import.ended' });
  expect(await refusalOf(marketer.api.imports.start.mutate({ jobId, mapping: { 邮箱: 'email' }, consent: null }))).toMatchObject({
    sentence: 'import.started',
  });
});

test('two APIs on one database share the work without doing a line twice', async () => {
  await using first = await startTestEngine();
  await using _second = await first.another();
  const jobs = await Promise.all([begin(first, 120), begin(first, 120), begin(first, 120)]);
  const marketer = await first.as('marketer');
  for (const jobId of jobs) await eventually(async () => (await marketer.api.imports.get.query({ jobId })).status === 'done');
  const totals = await Promise.all(jobs.map((jobId) => marketer.api.imports.get.query({ jobId })));
  expect(totals.map(({ done }) => done)).toEqual([120, 120, 120]);
  expect(totals.reduce((sum, { imported }) => sum + imported, 0)).toBe(120);
  expect(await first.db.client.lead.count({ where: { mergedInto: null } })).toBe(120);
  expect(await first.db.client.importRow.count()).toBe(360);
});

test('another workspace sees nothing of an import', async () => {
  await using engine = await startTestEngine();
  const jobId = await begin(engine, 2);
  const other = await engine.db.client.workspace.create({ data: { name: 'Other' } });
  const admin = await engine.as('admin');
  await engine.db.client.member.update({
    where: { workspaceId_userId: { workspaceId: engine.workspaceId, userId: admin.userId } },
    data: { workspaceId: other.id },
  });
  expect(await refusalOf(admin.api.imports.get.query({ jobId }))).toMatchObject({ status: 404, sentence: 'import.missing' });
  expect((await admin.fetch(`/api/imports/${jobId}/report.csv`)).status).toBe(404);
  expect(await admin.api.imports.list.query()).toEqual([]);
});
