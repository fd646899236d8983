import { expect, test } from 'vitest';
import { renameStep } from '../../src/document/commands/change-step.ts';
import { createDocumentStore } from '../../src/document/document-store.ts';
import { bringHistoryBack, keepHistory } from '../../src/document/kept-history.ts';
import { draw } from '../support/drawing.ts';

function storage(most = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}

function edited(times: number) {
  const store = createDocumentStore(draw({ w: 'wait' }), () => 0);
  for (let time = 1; time <= times; time += 1) store.apply({ name: 'rename' }, (document) => renameStep(document, 'w', `name ${time}`));
  return store;
}

const nameOf = (store: ReturnType<typeof createDocumentStore>) => store.state.getState().document.nodes[0]?.name;

test('undo goes on after a reload where it was before', () => {
  const kept = storage();
  const before = edited(3);
  before.undo();
  keepHistory(kept, 'j', before);
  const after = createDocumentStore(JSON.parse(JSON.stringify(before.state.getState().document)), () => 0);
  bringHistoryBack(kept, 'j', after);
  after.undo();
  expect(nameOf(after)).toBe('name 1');
  after.redo();
  after.redo();
  expect(nameOf(after)).toBe('name 3');
});

test('the history of another drawing is not taken for this one’s', () => {
  const kept = storage();
  keepHistory(kept, 'j', edited(2));
  const other = createDocumentStore(draw({ w: 'wait', x: 'exit' }), () => 0);
  bringHistoryBack(kept, 'j', other);
  other.undo();
  expect(other.state.getState().document.nodes).toHaveLength(2);
});

test('what does not fit is left out from the oldest end', () => {
  const kept = storage(4_000);
  const before = edited(40);
  keepHistory(kept, 'j', before);
  const after = createDocumentStore(before.state.getState().document, () => 0);
  bringHistoryBack(kept, 'j', after);
  const { length } = after.history.getState().pastStates;
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(40);
  after.undo();
  expect(nameOf(after)).toBe('name 39');
});

test('what cannot be read is forgotten', () => {
  const kept = storage();
  kept.items.set('tendril.history.j', '{"current":');
  const store = edited(1);
  bringHistoryBack(kept, 'j', store);
  expect(kept.items.size).toBe(0);
  expect(nameOf(store)).toBe('name 1');
});
