import type { JourneyDocument } from '@tendril/journey/model';
import { builtInDefinitions, builtInNodeTypes as types } from '@tendril/journey/nodes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addStep, appendStep, insertStep } from '../../src/document/commands/add-step.ts';
import { replaceStep, setDisabled } from '../../src/document/commands/change-step.ts';
import { connect } from '../../src/document/commands/connect.ts';
import { deleteSteps } from '../../src/document/commands/delete-steps.ts';
import { copyFragment, pasteFragment } from '../../src/document/commands/fragment.ts';
import { moveAlong } from '../../src/document/commands/move-along.ts';
import { createDocumentStore } from '../../src/document/document-store.ts';
import { newNode } from '../../src/document/new-node.ts';
import { portsOf } from '../../src/document/ports-of.ts';
import { countingIds, draw } from '../support/drawing.ts';
import { holdsTogether } from '../support/holds-together.ts';

type Edit = (document: JourneyDocument, newId: () => string) => JourneyDocument;

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)];
const kinds = builtInDefinitions.map((definition) => types.get(definition.kind)).filter((definition) => definition !== undefined);

const edits: fc.Arbitrary<Edit> = fc.tuple(fc.nat(8), fc.nat(), fc.nat(), fc.nat()).map(
  ([what, a, b, c]): Edit =>
    (document, newId) => {
      const definition = at(kinds, a);
      const node = at(document.nodes, b);
      const edge = at(document.edges, c);
      if (definition === undefined) return document;
      const fresh = () => newNode(definition, newId(), { x: (b % 9) * 100, y: (c % 9) * 100 });
      const port = node && at(portsOf(node, types), c);
      if (what === 0) return addStep(document, fresh());
      if (what === 1 && edge) return insertStep(document, edge, fresh(), types);
      if (node === undefined) return document;
      if (what === 2 && port) return appendStep(document, { node: node.id, port: port.id }, fresh(), types);
      if (what === 3 && port) return connect(document, { node: node.id, port: port.id }, at(document.nodes, a)?.id ?? '', types);
      if (what === 4) return deleteSteps(document, [node.id]);
      if (what === 5) return replaceStep(document, node.id, definition, types);
      if (what === 6) return setDisabled(document, [node.id], node.disabled !== true);
      if (what === 7) return moveAlong(document, node.id, b % 2 === 0 ? 'up' : 'down', types) ?? document;
      return pasteFragment(document, copyFragment(document, new Set([node.id])), newId, null).document;
    },
);

const start = () => draw({ in: 'entry-new-lead', mail: 'send-email', out: 'exit' }, 'in.next > mail', 'mail.next > out');

test('whatever is done to a drawing, it holds together and can be stored', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 25 }), (steps) => {
      const newId = countingIds();
      holdsTogether(steps.reduce((document, edit) => edit(document, newId), start()));
    }),
    { numRuns: 150 },
  );
});

test('undo takes back every edit to the letter, and redo makes all of them again', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 15 }), (steps) => {
      const newId = countingIds();
      const store = createDocumentStore(start(), () => 0);
      for (const edit of steps) store.apply({ name: 'add' }, (document) => edit(document, newId));
      const end = store.state.getState().document;
      const { length } = store.history.getState().pastStates;
      for (let step = 0; step < length; step += 1) store.undo();
      expect(store.state.getState().document).toEqual(start());
      for (let step = 0; step < length; step += 1) store.redo();
      expect(store.state.getState().document).toBe(end);
    }),
    { numRuns: 60 },
  );
});
