import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settle } from '../../src/canvas/actions/settle.ts';
import { tidyPlaces } from '../../src/canvas/actions/tidy.ts';
import { insertStep } from '../../src/document/commands/add-step.ts';
import { moveSteps } from '../../src/document/commands/change-step.ts';
import { reachableFrom } from '../../src/document/walk.ts';
import { draw, placesOf, stepOf } from '../support/drawing.ts';

/** Laying out anew takes its time on a busy machine. */
const PATIENT = { timeout: 60_000 };

const templates = GALLERY.slice(0, 6).map((template) => drawTemplate(template, { locale: 'en' }));
const tidied = async (document: JourneyDocument, anchor?: NodeId) => moveSteps(document, await tidyPlaces(document, types, anchor));

const overlaps = (document: JourneyDocument): readonly string[] =>
  document.nodes.flatMap((a, index) =>
    document.nodes
      .slice(index + 1)
      .filter((b) => Math.abs(a.position.x - b.position.x) < 232 && Math.abs(a.position.y - b.position.y) < 78)
      .map((b) => `${a.id} ${b.id}`),
  );

const untidy = (document: JourneyDocument, x: (index: number) => number, y: (index: number) => number): JourneyDocument => ({
  ...document,
  nodes: document.nodes.map((node, index) => ({ ...node, position: { x: x(index), y: y(index) } })),
});

describe('tidy', PATIENT, () => {
  test('moves nothing in a drawing that it has tidied', async () => {
    for (const template of templates) {
      const once = await tidied(
        untidy(
          template,
          (index) => (index * 137) % 500,
          (index) => (index * 71) % 400,
        ),
      );
      expect(overlaps(once)).toEqual([]);
      expect(placesOf(await tidied(once))).toEqual(placesOf(once));
    }
  });

  test('lays no step on another and sets every step below what leads to it, however untidy the drawing was', async () => {
    const property = fc.asyncProperty(fc.nat(templates.length - 1), fc.nat(1_000), fc.nat(1_000), async (which, a, b) => {
      const template = templates[which];
      if (template === undefined) return;
      const after = await tidied(
        untidy(
          template,
          (index) => (index * a) % 900,
          (index) => (index * b) % 900,
        ),
      );
      expect(overlaps(after)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  const branches = () =>
    draw(
      { in: 'entry-new-lead', if: 'if-else', a: 'wait', b: 'tag', c: 'exit', d: 'wait', e: 'tag', f: 'exit' },
      ...['in.next > if', 'if.yes > a', 'a.next > b', 'b.next > c', 'if.no > d', 'd.next > e', 'e.next > f'],
    );

  test('a branch that is tidy keeps its places while the other is put in order', async () => {
    const before = await tidied(branches());
    const messy = moveSteps(before, new Map([['e', { x: 2_000, y: 40 }]]));
    const after = await tidied(messy);
    const left = [...reachableFrom(before, 'a'), 'in', 'if', 'd'];
    for (const id of left) expect(placesOf(after)[id]).toBe(placesOf(before)[id]);
    expect(placesOf(after)['e']).toBe(placesOf(before)['e']);
  });

  test('a step put into one branch moves nothing in the other', async () => {
    const before = await tidied(branches());
    const inserted = insertStep(before, { from: 'a', port: 'next', to: 'b' }, stepOf('tag', 'fresh'), types);
    const after = await tidied(inserted);
    for (const id of ['in', 'if', 'a', 'd', 'e', 'f']) expect(placesOf(after)[id]).toBe(placesOf(before)[id]);
    expect(overlaps(after)).toEqual([]);
  });

  test('branches that cross are put in the order of their ways', () => {
    const drawing = moveSteps(
      draw({ if: 'if-else', a: 'exit', b: 'exit' }, 'if.yes > a', 'if.no > b'),
      new Map([
        ['a', { x: 136, y: 150 }],
        ['b', { x: -136, y: 150 }],
      ]),
    );
    const ideal = new Map([
      ['if', { x: 0, y: 0 }],
      ['a', { x: -136, y: 150 }],
      ['b', { x: 136, y: 150 }],
    ]);
    expect(Object.fromEntries(settle(drawing, types, ideal))).toEqual(Object.fromEntries(ideal));
  });
});
