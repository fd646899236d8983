import type { DocumentNode, JourneyDocument, JsonObject } from '@tendril/journey/model';
import { builtInDefinitions, builtInNodeTypes, type NodeDefinition, portsOf } from '@tendril/journey/nodes';
import { emptyDocument, formatDocument } from '@tendril/journey/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentToFlow, type Flow } from '../../src/canvas/document-to-flow.ts';

const definitions = builtInDefinitions as readonly NodeDefinition[];
const position = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.double({ min: -2000, max: 2000, noNaN: true }) });

/** A step of this type as drawn: finished, or with a config that is still half done. */
const stepOf = (definition: NodeDefinition, id: string): fc.Arbitrary<DocumentNode> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constant(definition.kind),
    version: fc.constant(definition.version),
    name: fc.constantFrom('', '欢迎', 'Welcome'),
    config: fc.constantFrom<JsonObject>(definition.example as JsonObject, {}),
    disabled: fc.constant(true),
    position,
  });

const notes = fc
  .array(
    fc.record({
      text: fc.string(),
      position,
      size: fc.record({ width: fc.integer({ min: 1, max: 500 }), height: fc.integer({ min: 1, max: 500 }) }),
    }),
    { maxLength: 2 },
  )
  .map((drawn) => drawn.map((note, index) => ({ id: `note-${index}`, ...note })));

/** A drawing with steps of these types, each way out leading anywhere or nowhere. */
const drawing = (types: readonly NodeDefinition[]): fc.Arbitrary<JourneyDocument> =>
  fc
    .tuple(fc.tuple(...types.map((definition, index) => stepOf(definition, `step-${index}`))), notes, fc.infiniteStream(fc.nat()))
    .map(([nodes, drawnNotes, chance]) => {
      const edges = nodes.flatMap((node) =>
        portsOf(builtInNodeTypes, node).flatMap(({ id: port }) => {
          const target = nodes[(chance.next().value ?? 0) % (nodes.length + 1)];
          return target === undefined ? [] : [{ from: node.id, port, to: target.id }];
        }),
      );
      return { ...emptyDocument('Round trip'), nodes, edges, notes: drawnNotes };
    });

/** Reads the drawing back from what React Flow was given, as if it were all there is. */
function flowToDocument(document: JourneyDocument, { nodes, edges }: Flow): JourneyDocument {
  return {
    ...document,
    nodes: nodes.flatMap((node) => (node.type === 'step' ? [{ ...node.data.node, position: node.position }] : [])),
    notes: nodes.flatMap((node) =>
      node.type === 'note' ? [{ ...node.data.note, position: node.position, size: { width: node.width ?? 0, height: node.height ?? 0 } }] : [],
    ),
    edges: edges.map(({ source, sourceHandle, target }) => ({ from: source, port: sourceHandle ?? '', to: target })),
  };
}

function survives(document: JourneyDocument): void {
  const flow = documentToFlow(document, builtInNodeTypes);
  expect(formatDocument(flowToDocument(document, flow))).toBe(formatDocument(document));
}

describe('a drawing survives document → canvas → document', () => {
  test.each(definitions.map((definition) => [definition.kind, definition] as const))('with a step %s', (_kind, definition) => {
    fc.assert(fc.property(drawing([definition, definition]), survives), { numRuns: 20 });
  });

  test('with steps of every type together', () => {
    fc.assert(fc.property(drawing(definitions), survives), { numRuns: 20 });
  });

  test('with steps of a type that this installation does not have', () => {
    const unknown: DocumentNode = { id: 'alien', kind: 'from-elsewhere', version: 3, name: '', config: { keep: ['me'] }, position: { x: 1, y: 2 } };
    survives({ ...emptyDocument('Alien'), nodes: [unknown], edges: [{ from: 'alien', port: 'next', to: 'alien' }] });
  });
});
