import { expect, test } from 'vitest';
import { type Comment, mentionedIn, openByStep, threadsOf, typedName } from '../../src/together/comments/threads.ts';

const person = (name: string) => ({ id: name.toLowerCase(), name });
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  nodeId: 'wait',
  place: null,
  text: id,
  author: person('Li'),
  mine: false,
  mentions: [],
  atReal: '2026-11-24T01:00:00.000Z',
  editedAtReal: null,
  resolvedBy: null,
  ...more,
});

test('answers stand under their beginning, and the thread last written to comes first', () => {
  const comments = [
    comment('old'),
    comment('newer', { atReal: '2026-11-24T02:00:00.000Z' }),
    comment('answer', { parentId: 'old', atReal: '2026-11-24T03:00:00.000Z' }),
    comment('settled', { resolvedBy: person('Wang') }),
  ];
  expect(threadsOf(comments, 'open').map(({ first, answers }) => [first.id, answers.length])).toEqual([
    ['old', 1],
    ['newer', 0],
  ]);
  expect(threadsOf(comments, 'resolved').map(({ first }) => first.id)).toEqual(['settled']);
  expect(threadsOf(comments, 'all').length).toBe(3);
});

test('a step counts its open threads, not their answers', () => {
  const comments = [comment('a'), comment('b'), comment('c', { parentId: 'a', nodeId: null }), comment('d', { resolvedBy: person('Wang') })];
  expect([...openByStep(comments)]).toEqual([['wait', 2]]);
});

test('people are named in either script, and the longer of two names counts', () => {
  const people = [person('Li'), person('Li Wei'), person('王芳')];
  expect(mentionedIn('@Li Wei, and @王芳你好; not a@b', people)).toEqual(['li wei', '王芳']);
  expect(mentionedIn('nobody', people)).toEqual([]);
});

test('a name is being typed after an @ that begins a word', () => {
  expect(typedName('ask @王')).toBe('王');
  expect(typedName('@')).toBe('');
  expect(typedName('mail a@b')).toBeNull();
  expect(typedName('@Li Wei ')).toBeNull();
});
