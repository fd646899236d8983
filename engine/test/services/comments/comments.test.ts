import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

let engine: TestEngine;
let marketer: TestPerson;
let manager: TestPerson;
let id: string;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
  manager = await engine.as('manager');
});
afterAll(() => engine[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ id } = await marketer.api.journeys.create.mutate({ name: 'Talked about' }));
});

const atStep = { kind: 'step', nodeId: 'wait' } as const;

test('a thread at a step is begun, answered by somebody who may only read, resolved and opened again', async () => {
  const { id: first } = await marketer.api.comments.add.mutate({ id, text: 'Three days or two?', at: atStep });
  const { id: answer } = await manager.api.comments.add.mutate({ id, text: 'Two.', at: { kind: 'answer', to: first } });
  await marketer.api.comments.add.mutate({ id, text: 'Good.', at: { kind: 'answer', to: answer } });
  await manager.api.comments.resolve.mutate({ commentId: answer, resolved: true });
  const seen = await marketer.api.comments.list.query({ id });
  expect(seen.map(({ text, parentId, nodeId, mine }) => ({ text, parentId, nodeId, mine }))).toEqual([
    { text: 'Three days or two?', parentId: null, nodeId: 'wait', mine: true },
    { text: 'Two.', parentId: first, nodeId: null, mine: false },
    { text: 'Good.', parentId: first, nodeId: null, mine: true },
  ]);
  expect(seen[0]?.resolvedBy).toEqual({ id: manager.userId, name: 'The manager' });
  await marketer.api.comments.resolve.mutate({ commentId: first, resolved: false });
  expect((await marketer.api.comments.list.query({ id }))[0]?.resolvedBy).toBeNull();
});

test('a thread at a place keeps its place', async () => {
  await marketer.api.comments.add.mutate({ id, text: 'Here goes the fast track.', at: { kind: 'place', x: 120.5, y: -40 } });
  expect((await marketer.api.comments.list.query({ id }))[0]?.place).toEqual({ x: 120.5, y: -40 });
});

test('whoever is named is told once, unless they may not read journeys or wrote it themselves', async () => {
  const sdr = await engine.as('sdr');
  const mentions = [manager.userId, sdr.userId, marketer.userId];
  const { id: commentId } = await marketer.api.comments.add.mutate({ id, text: '@The manager, please look', mentions, at: atStep });
  const unread = async () => (await manager.api.comments.mentions.query()).filter(({ read, journey }) => !read && journey.id === id);
  expect(await unread()).toMatchObject([{ commentId, text: '@The manager, please look', author: { name: 'The marketer' } }]);
  expect((await marketer.api.comments.mentions.query()).filter(({ journey }) => journey.id === id)).toEqual([]);
  expect((await marketer.api.comments.people.query()).map(({ name }) => name)).not.toContain('The sdr');

  await manager.api.comments.markRead.mutate({ commentIds: [commentId] });
  await marketer.api.comments.edit.mutate({ commentId, text: '@The manager, please look again', mentions });
  expect(await unread()).toEqual([]);
  await marketer.api.comments.edit.mutate({ commentId, text: 'Never mind', mentions: [] });
  expect((await manager.api.comments.mentions.query()).filter(({ journey }) => journey.id === id)).toEqual([]);
});

test('only the writer changes or deletes a comment, and what others have answered stays', async () => {
  const { id: commentId } = await marketer.api.comments.add.mutate({ id, text: 'First', at: atStep });
  expect(await refusalOf(manager.api.comments.edit.mutate({ commentId, text: 'Mine now' }))).toMatchObject({
    status: 403,
    sentence: 'comment.not-yours',
  });
  expect(await refusalOf(manager.api.comments.remove.mutate({ commentId }))).toMatchObject({ sentence: 'comment.not-yours' });
  const { id: answer } = await manager.api.comments.add.mutate({ id, text: 'Second', at: { kind: 'answer', to: commentId } });
  expect(await refusalOf(marketer.api.comments.remove.mutate({ commentId }))).toMatchObject({ sentence: 'comment.answered', params: { count: 1 } });
  await manager.api.comments.remove.mutate({ commentId: answer });
  await marketer.api.comments.remove.mutate({ commentId });
  expect(await marketer.api.comments.list.query({ id })).toEqual([]);
  expect(await refusalOf(marketer.api.comments.remove.mutate({ commentId }))).toMatchObject({ status: 404, sentence: 'comment.missing' });
});

test('an answer stays in its journey', async () => {
  const { id: commentId } = await marketer.api.comments.add.mutate({ id, text: 'First', at: atStep });
  const { id: other } = await marketer.api.journeys.create.mutate({ name: 'Another' });
  const stray = marketer.api.comments.add.mutate({ id: other, text: 'Stray', at: { kind: 'answer', to: commentId } });
  expect(await refusalOf(stray)).toMatchObject({ sentence: 'comment.missing' });
});
