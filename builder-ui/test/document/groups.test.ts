import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { describe, expect, test } from 'vitest';
import { documentToFlow, fitFrames } from '../../src/canvas/document-to-flow.ts';
import { insertStep } from '../../src/document/commands/add-step.ts';
import { alignedPlaces } from '../../src/document/commands/align.ts';
import { moveSteps } from '../../src/document/commands/change-step.ts';
import { deleteSteps } from '../../src/document/commands/delete-steps.ts';
import { copyFragment, pasteFragment } from '../../src/document/commands/fragment.ts';
import { addGroup, changeGroup, groupOf, groupsOf, joinFrameAt, leaveGroups, ungroup } from '../../src/document/commands/groups.ts';
import { countingIds, draw, stepOf } from '../support/drawing.ts';

const line = () => draw({ in: 'entry-new-lead', a: 'wait', b: 'send-email', out: 'exit' }, 'in.next > a', 'a.next > b', 'b.next > out');
const grouped = () => addGroup(line(), { id: 'g', title: 'Warm up', members: ['a', 'b'] });
const drawnIn = (document: ReturnType<typeof line>) => new Map(documentToFlow(document, types).nodes.map((node) => [node.id, node] as const));

describe('a group', () => {
  test('takes its members out of the groups they were in, and goes when nobody is left', () => {
    const again = addGroup(grouped(), { id: 'h', title: '', members: ['b', 'out'] });
    expect(groupsOf(again).map(({ id, members }) => [id, members])).toEqual([
      ['g', ['a']],
      ['h', ['b', 'out']],
    ]);
    expect(groupsOf(leaveGroups(again, ['a'])).map(({ id }) => id)).toEqual(['h']);
    expect(groupsOf(deleteSteps(again, ['b', 'out'])).map(({ id }) => id)).toEqual(['g']);
  });

  test('leaves no trace when it is taken away', () => {
    expect(ungroup(grouped(), ['g'])).toEqual(line());
  });

  test('takes in what is put between two of its members, and what is let go in its frame', () => {
    const inserted = insertStep(grouped(), { from: 'a', port: 'next', to: 'b' }, stepOf('tag', 't'), types);
    expect(groupOf(inserted, 't')?.id).toBe('g');
    const aside = insertStep(grouped(), { from: 'in', port: 'next', to: 'a' }, stepOf('tag', 't'), types);
    expect(groupOf(aside, 't')).toBeUndefined();
    const wide = moveSteps(
      grouped(),
      new Map([
        ['b', { x: 0, y: 600 }],
        ['out', { x: 10, y: 300 }],
      ]),
    );
    expect(groupOf(joinFrameAt(wide, ['out']), 'out')?.id).toBe('g');
    expect(joinFrameAt(wide, ['in'])).toBe(wide);
  });

  test('travels with its steps, under a name of its own', () => {
    const before = grouped();
    const { document } = pasteFragment(before, copyFragment(before, new Set(['a', 'b'])), countingIds(), null);
    expect(groupsOf(document)).toEqual([...groupsOf(before), { id: 'n3', title: 'Warm up', members: ['n1', 'n2'] }]);
    expect(copyFragment(before, new Set(['a'])).groups).toEqual([]);
  });

  test('is framed with room for its title; the frame goes along while a member is dragged', () => {
    const frame = drawnIn(grouped()).get('g');
    expect([frame?.position, frame?.width, frame?.height]).toEqual([{ x: -20, y: 86 }, 272, 252]);
    const dragged = documentToFlow(grouped(), types).nodes.map((node) => (node.id === 'b' ? { ...node, position: { x: 300, y: 240 } } : node));
    expect(fitFrames(dragged).find(({ id }) => id === 'g')?.width).toBe(572);
  });

  test('folded up, hides what is inside; its connections begin and end at it', () => {
    const folded = changeGroup(grouped(), 'g', { collapsed: true });
    const nodes = drawnIn(folded);
    expect(nodes.get('a')?.hidden).toBe(true);
    expect(nodes.get('g')?.width).toBe(232);
    const edges = documentToFlow(folded, types).edges.map(({ source, target, hidden }) => [source, target, hidden]);
    expect(edges).toEqual([
      ['in', 'g', false],
      ['g', 'g', true],
      ['g', 'out', false],
    ]);
    expect(changeGroup(folded, 'g', { collapsed: false })).toEqual(grouped());
  });
});

test('connections of a step that is switched off say that leads pass through, or never come', () => {
  const drawing = draw({ in: 'entry-new-lead', if: 'if-else', a: 'exit', b: 'exit' }, 'in.next > if', 'if.yes > a', 'if.no > b');
  const off = { ...drawing, nodes: drawing.nodes.map((node) => (node.id === 'if' ? { ...node, disabled: true } : node)) };
  expect(documentToFlow(off, types).edges.map(({ data }) => data?.off)).toEqual(['passed', 'passed', 'unused']);
  expect(documentToFlow(drawing, types).edges.map(({ data }) => data?.off)).toEqual([null, null, null]);
});

describe('alignment', () => {
  const scattered = () =>
    moveSteps(
      line(),
      new Map([
        ['a', { x: 90, y: 130 }],
        ['b', { x: -40, y: 500 }],
      ]),
    );
  const placed = (how: Parameters<typeof alignedPlaces>[2]) => Object.fromEntries(alignedPlaces(scattered(), ['in', 'a', 'b'], how));

  test('puts steps below each other under the first, or beside it', () => {
    expect(placed('column')).toEqual({ in: { x: 0, y: 0 }, a: { x: 0, y: 130 }, b: { x: 0, y: 500 } });
    expect(placed('row')).toEqual({ b: { x: -40, y: 500 }, in: { x: 0, y: 500 }, a: { x: 90, y: 500 } });
  });

  test('spreads what is between the first and the last evenly', () => {
    expect(placed('spreadDown')).toEqual({ in: { x: 0, y: 0 }, a: { x: 90, y: 250 }, b: { x: -40, y: 500 } });
  });
});
