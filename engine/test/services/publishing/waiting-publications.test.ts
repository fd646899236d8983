import { HOUR } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { eventually, startTestEngine, type TestEngine } from '../../start-test-engine.ts';
import { liveWithDraft, redraw, waiting } from './two-endings.ts';

const choices = { note: 'why', enrolMatching: false };

const endingOf = async (engine: TestEngine, id: string): Promise<unknown> => {
  const version = await engine.db.client.journeyVersion.findFirstOrThrow({ where: { journeyId: id }, orderBy: { number: 'desc' } });
  return (version.document as unknown as ReturnType<typeof waiting>).nodes[2]?.config['outcome'];
};

test('what is scheduled goes live at its time, exactly as it was drawn then, also after a restart', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const { api } = marketer;
  const id = await liveWithDraft(marketer);
  engine.clock.at = Date.now();
  const at = new Date(engine.clock.at + HOUR).toISOString();
  await expect(api.journeys.publish.mutate({ id, ...choices, at: new Date(engine.clock.at - 1).toISOString() })).rejects.toThrow('publication.past');
  expect(await api.journeys.publish.mutate({ id, ...choices, at })).toMatchObject({ ok: true, version: null, became: 'scheduled' });
  expect((await api.publishing.state.query({ id })).publication).toMatchObject({
    status: 'scheduled',
    goLiveAt: at,
    draftChangedSince: false,
    isMine: true,
  });
  await redraw(marketer, id, waiting('third'));
  expect((await api.publishing.state.query({ id })).publication).toMatchObject({ status: 'scheduled', draftChangedSince: true });
  await using later = await engine.restart();
  later.clock.at = Date.parse(at) + 1;
  await eventually(async () => (await later.db.client.journey.findUniqueOrThrow({ where: { id } })).liveVersion === 2);
  expect(await endingOf(engine, id)).toBe('second');
  expect(await later.db.client.publication.findFirst({ where: { journeyId: id } })).toMatchObject({ status: 'published', version: 2 });
  const again = (await later.as('marketer')).api;
  expect((await again.publishing.state.query({ id })).publication).toBeNull();
  expect(await again.journeys.get.query({ id })).toMatchObject({ hasUnpublishedChanges: true });
});

test('what is scheduled can be called off, gives way to a version published meanwhile, and says what is in its way', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const { api } = marketer;
  const id = await liveWithDraft(marketer);
  engine.clock.at = Date.now();
  const at = new Date(engine.clock.at + HOUR).toISOString();
  await api.journeys.publish.mutate({ id, ...choices, at });
  const { publication } = await api.publishing.state.query({ id });
  await api.publishing.cancel.mutate({ id, publicationId: publication?.id ?? '' });
  await expect(api.publishing.cancel.mutate({ id, publicationId: publication?.id ?? '' })).rejects.toThrow('publication.settled');
  expect((await api.publishing.state.query({ id })).publication).toBeNull();

  await api.journeys.publish.mutate({ id, ...choices, at });
  await api.journeys.publish.mutate({ id, ...choices });
  expect((await api.publishing.state.query({ id })).publication).toBeNull();

  await api.journeys.publish.mutate({ id, ...choices, at });
  const broken = { ...waiting('x'), nodes: waiting('x').nodes.slice(0, 2) };
  await engine.db.client.publication.updateMany({ where: { journeyId: id, status: 'scheduled' }, data: { drawing: broken as object } });
  engine.clock.at = Date.parse(at) + 1;
  const seen = await eventually(async () => {
    const { publication: now } = await api.publishing.state.query({ id });
    return now?.status === 'refused' ? now : null;
  });
  expect(seen.problems.length).toBeGreaterThan(0);
  expect(await api.journeys.get.query({ id })).toMatchObject({ liveVersion: 2 });
});

test('where the workspace asks for it, a second person agrees; the one who asked cannot, and any change resets it', async () => {
  await using engine = await startTestEngine();
  const [marketer, admin] = [await engine.as('marketer'), await engine.as('admin')];
  const id = await liveWithDraft(marketer);
  await admin.api.publishing.setApproval.mutate({ needed: true });
  expect(await marketer.api.publishing.approval.query()).toEqual({ needed: true });
  expect(await marketer.api.journeys.publish.mutate({ id, ...choices })).toMatchObject({ ok: true, version: null, became: 'requested' });
  const asked = (await marketer.api.publishing.state.query({ id })).publication;
  expect(asked).toMatchObject({ status: 'requested', requestedBy: 'The marketer', mayDecide: false, isMine: true });
  const publicationId = asked?.id ?? '';
  await expect(marketer.api.publishing.decide.mutate({ id, publicationId, agree: true, note: '' })).rejects.toThrow('publication.own');

  await redraw(marketer, id, waiting('third'));
  expect((await admin.api.publishing.state.query({ id })).publication).toMatchObject({ status: 'reset', mayDecide: false });
  await expect(admin.api.publishing.decide.mutate({ id, publicationId, agree: true, note: '' })).rejects.toThrow('publication.reset');

  await marketer.api.journeys.publish.mutate({ id, ...choices });
  const second = (await admin.api.publishing.state.query({ id })).publication;
  expect(second).toMatchObject({ status: 'requested', mayDecide: true });
  expect(await admin.api.publishing.news.query()).toEqual([{ kind: 'awaits-you', journey: { id, name: 'Tried' } }]);
  expect(await marketer.api.publishing.news.query()).toEqual([]);
  expect(await admin.api.publishing.decide.mutate({ id, publicationId: second?.id ?? '', agree: false, note: 'too long' })).toBeNull();
  expect((await marketer.api.publishing.state.query({ id })).publication).toMatchObject({
    status: 'declined',
    decidedBy: 'The admin',
    decisionNote: 'too long',
  });

  await marketer.api.journeys.publish.mutate({ id, ...choices });
  const third = (await admin.api.publishing.state.query({ id })).publication?.id ?? '';
  expect(await admin.api.publishing.decide.mutate({ id, publicationId: third, agree: true, note: 'good' })).toMatchObject({
    ok: true,
    version: 2,
    became: 'live',
  });
  expect((await marketer.api.journeys.versions.query({ id }))[0]).toMatchObject({ number: 2, publishedBy: 'The marketer', approvedBy: 'The admin' });
  expect(await endingOf(engine, id)).toBe('third');
  const deeds = await engine.db.client.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(deeds.map(({ action }) => action).filter((action) => action.includes('publication'))).toEqual([
    'journey.publication-requested',
    'journey.publication-requested',
    'journey.publication-declined',
    'journey.publication-requested',
    'journey.publication-approved',
  ]);
  // Going back is for when something is wrong: it waits for nobody.
  expect(await marketer.api.journeys.rollBack.mutate({ id, number: 1, replaces: 2, note: '' })).toMatchObject({ ok: true, version: 3 });
});

test('what was scheduled by one person needs a second one once the workspace asks for it', async () => {
  await using engine = await startTestEngine();
  const [marketer, admin] = [await engine.as('marketer'), await engine.as('admin')];
  const id = await liveWithDraft(marketer);
  engine.clock.at = Date.now();
  const at = new Date(engine.clock.at + HOUR).toISOString();
  await marketer.api.journeys.publish.mutate({ id, ...choices, at });
  await admin.api.publishing.setApproval.mutate({ needed: true });
  expect((await admin.api.publishing.state.query({ id })).publication).toMatchObject({ status: 'requested', goLiveAt: at, mayDecide: true });
});

test('what is agreed to for a time waits for it', async () => {
  await using engine = await startTestEngine();
  const [marketer, admin] = [await engine.as('marketer'), await engine.as('admin')];
  const id = await liveWithDraft(marketer);
  await admin.api.publishing.setApproval.mutate({ needed: true });
  engine.clock.at = Date.now();
  await marketer.api.journeys.publish.mutate({ id, ...choices, at: new Date(engine.clock.at + HOUR).toISOString() });
  const publicationId = (await admin.api.publishing.state.query({ id })).publication?.id ?? '';
  expect(await admin.api.publishing.decide.mutate({ id, publicationId, agree: true, note: '' })).toMatchObject({
    became: 'scheduled',
    version: null,
  });
  expect((await admin.api.publishing.state.query({ id })).publication).toMatchObject({ status: 'scheduled', decidedBy: 'The admin' });
  expect(await admin.api.journeys.get.query({ id })).toMatchObject({ liveVersion: 1 });
});
