import { expect, test } from 'vitest';
import { renameStep } from '../../src/document/commands/change-step.ts';
import { createDocumentStore, redoable, undoable } from '../../src/document/document-store.ts';
import { draw } from '../support/drawing.ts';

const open = () => {
  let now = 0;
  const store = createDocumentStore(draw({ w: 'wait', x: 'exit' }), () => now);
  const typeName = (name: string, afterMs: number, group = 'w name') => {
    now += afterMs;
    store.apply({ name: 'rename', group }, (document) => renameStep(document, group.startsWith('w') ? 'w' : 'x', name));
  };
  const nameOf = (id: string) => store.state.getState().document.nodes.find((node) => node.id === id)?.name;
  return { store, typeName, nameOf };
};

test('typing into one field is one undo step', () => {
  const { store, typeName, nameOf } = open();
  for (const name of ['T', 'Th', 'Thr', 'Three days']) typeName(name, 200);
  store.undo();
  expect(nameOf('w')).toBe('');
});

test('a pause, and another field, begin a new undo step', () => {
  const { store, typeName, nameOf } = open();
  typeName('Three', 200);
  typeName('Three days', 5_000);
  typeName('End', 100, 'x name');
  store.undo();
  expect([nameOf('w'), nameOf('x')]).toEqual(['Three days', '']);
  store.undo();
  expect(nameOf('w')).toBe('Three');
});

test('typing after an undo does not melt into what was there before', () => {
  const { store, typeName, nameOf } = open();
  typeName('One', 0);
  typeName('Two', 5_000);
  store.undo();
  typeName('Other', 10);
  store.undo();
  expect(nameOf('w')).toBe('One');
});

test('undo and redo say what they would do', () => {
  const { store, typeName } = open();
  expect(undoable(store)).toBeNull();
  typeName('Three', 0);
  expect(undoable(store)?.name).toBe('rename');
  expect(redoable(store)).toBeNull();
  store.undo();
  expect(undoable(store)).toBeNull();
  expect(redoable(store)?.name).toBe('rename');
});

test('an edit that changes nothing leaves no undo step', () => {
  const { store } = open();
  store.apply({ name: 'rename' }, (document) => document);
  expect(undoable(store)).toBeNull();
});

test('opening another drawing forgets the history', () => {
  const { store, typeName } = open();
  typeName('Three', 0);
  store.open(draw({ y: 'wait' }));
  expect(undoable(store)).toBeNull();
  store.undo();
  expect(store.state.getState().document.nodes.map(({ id }) => id)).toEqual(['y']);
});
