import { compile } from '@tendril/journey/compile';
import { CANVAS_COLORS, type JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentToFlow, fitFrames } from '../../src/canvas/document-to-flow.ts';
import { insertStep } from '../../src/document/commands/add-step.ts';
import { ALIGNMENTS, alignedPlaces } from '../../src/document/commands/align.ts';
import { moveSteps } from '../../src/document/commands/change-step.ts';
import { flip, moveRest } from '../../src/document/commands/connect.ts';
import { deleteSteps } from '../../src/document/commands/delete-steps.ts';
import { copyFragment, fragmentText, pasteFragment, readFragment } from '../../src/document/commands/fragment.ts';
import { addGroup, changeGroup, groupsOf, joinFrameAt, joinGroup, leaveGroups, ungroup } from '../../src/document/commands/groups.ts';
import { colorNotes, deleteNotes, putNote } from '../../src/document/commands/notes.ts';
import { createDocumentStore } from '../../src/document/document-store.ts';
import { newNode } from '../../src/document/new-node.ts';
import { portsOf } from '../../src/document/ports-of.ts';
import { countingIds } from '../support/drawing.ts';
import { holdsTogether } from '../support/holds-together.ts';

type Edit = (document: JourneyDocument, newId: () => string) => JourneyDocument;

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)];
const some = (document: JourneyDocument, seed: number): readonly string[] =>
  [...document.nodes, ...(document.notes ?? [])].filter((_, index) => ((seed >> (index % 16)) & 1) === 1).map(({ id }) => id);

/** Edits that only arrange: leads live through the same afterwards. */
const ARRANGING: readonly ((a: number, b: number) => Edit)[] = [
  (a, b) => (document, newId) => addGroup(document, { id: newId(), title: `Group ${b}`, members: some(document, a) }),
  (a) => (document) => ungroup(document, [at(groupsOf(document), a)?.id ?? '']),
  (a) => (document) => leaveGroups(document, some(document, a)),
  (a, b) => (document) => joinGroup(document, at(groupsOf(document), b)?.id ?? '', some(document, a)),
  (a, b) => (document) =>
    changeGroup(document, at(groupsOf(document), a)?.id ?? '', { title: `T${b}`, color: at(CANVAS_COLORS, b) ?? 'grey', collapsed: b % 2 === 0 }),
  (a, b) => (document, newId) =>
    putNote(document, { id: newId(), text: `**${a}**`, position: { x: a % 900, y: b % 900 }, size: { width: 200, height: 100 } }),
  (a, b) => (document) => colorNotes(document, some(document, a), at(CANVAS_COLORS, b) ?? 'grey'),
  (a) => (document) => deleteNotes(document, some(document, a)),
  (a, b) => (document) => moveSteps(document, alignedPlaces(document, some(document, a), at(ALIGNMENTS, b) ?? 'row')),
  (a) => (document) => joinFrameAt(document, some(document, a).slice(0, 1)),
];

const CHANGING: readonly ((a: number, b: number) => Edit)[] = [
  (a) => (document) => deleteSteps(document, some(document, a).slice(0, 2)),
  (a, b) => (document) => {
    const node = at(document.nodes, a);
    const [first, second] = node === undefined ? [] : portsOf(node, types);
    if (node === undefined || first === undefined || second === undefined) return document;
    return b % 2 === 0 ? moveRest(document, node.id, first.id, second.id) : flip(document, node.id, [first.id, second.id]);
  },
  (a) => (document, newId) => {
    const edge = at(document.edges, a);
    const wait = types.get('wait');
    return edge && wait ? insertStep(document, edge, newNode(wait, newId(), { x: 0, y: 0 }), types) : document;
  },
  (a) => (document, newId) => {
    const fragment = readFragment(fragmentText(copyFragment(document, new Set(some(document, a).slice(0, 4)))));
    return fragment === null ? document : pasteFragment(document, fragment, newId, null).document;
  },
];

const one = (kinds: readonly ((a: number, b: number) => Edit)[]): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([what, a, b]) => at(kinds, what)?.(a, b) ?? ((document: JourneyDocument) => document));

const start = () => drawTemplate(GALLERY[0] ?? raise(), { locale: 'en' });
const raise = (): never => {
  throw new Error('The gallery is empty.');
};

const hashOf = (document: JourneyDocument): string => {
  const compiled = compile(document, { nodeTypes: types });
  return compiled.ok ? compiled.program.hash : 'none';
};

test('groups, notes and alignment never change what leads live through', () => {
  const name = hashOf(start());
  expect(name).not.toBe('none');
  fc.assert(
    fc.property(fc.array(one(ARRANGING), { maxLength: 20 }), (edits) => {
      const newId = countingIds();
      expect(hashOf(edits.reduce((document, edit) => edit(document, newId), start()))).toBe(name);
    }),
    { numRuns: 60 },
  );
});

test('whatever is built, it holds together, can be stored and shown; undo takes all of it back', () => {
  fc.assert(
    fc.property(fc.array(one([...ARRANGING, ...CHANGING]), { maxLength: 25 }), (edits) => {
      const newId = countingIds();
      const store = createDocumentStore(start(), () => 0);
      for (const edit of edits) store.apply({ name: 'group' }, (document) => edit(document, newId));
      const end = store.state.getState().document;
      holdsTogether(end);
      const flow = documentToFlow(end, types);
      const drawn = new Map(flow.nodes.map((node) => [node.id, node] as const));
      for (const edge of flow.edges) {
        if (edge.hidden) continue;
        expect(drawn.get(edge.source)?.hidden ?? false).toBe(false);
        expect(drawn.get(edge.target)?.hidden ?? false).toBe(false);
      }
      expect(fitFrames(flow.nodes)).toEqual(flow.nodes);
      const { length } = store.history.getState().pastStates;
      for (let step = 0; step < length; step += 1) store.undo();
      expect(store.state.getState().document).toEqual(start());
      for (let step = 0; step < length; step += 1) store.redo();
      expect(store.state.getState().document).toBe(end);
    }),
    { numRuns: 80 },
  );
});
