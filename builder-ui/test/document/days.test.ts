import { DAY, type JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { expect, test } from 'vitest';
import { arrivalsOf, dayMarks } from '../../src/document/days.ts';
import { draw } from '../support/drawing.ts';

const withConfig = (document: ReturnType<typeof draw>, configs: Readonly<Record<string, JsonObject>>) => ({
  ...document,
  nodes: document.nodes.map((node) => ({ ...node, config: configs[node.id] ?? node.config })),
});

const days = (document: ReturnType<typeof draw>) =>
  Object.fromEntries(
    [...arrivalsOf(document, types)].map(([id, { earliest, latest }]) => [id, [earliest / DAY, latest === null ? null : latest / DAY]]),
  );

test('days add up along the waits; where ways meet, the shortest and the longest count', () => {
  const drawing = withConfig(
    draw(
      { in: 'entry-new-lead', if: 'if-else', short: 'wait', long: 'wait', meet: 'merge', out: 'exit', alone: 'exit' },
      ...['in.next > if', 'if.yes > short', 'if.no > long', 'short.next > meet', 'long.next > meet', 'meet.next > out'],
    ),
    { short: { for: '2d' }, long: { for: '9d' } },
  );
  expect(days(drawing)).toEqual({ in: [0, 0], if: [0, 0], short: [0, 0], long: [0, 0], meet: [2, 9], out: [2, 9] });
});

test('a wait that is switched off takes no time, and a loop has no limit', () => {
  const loop = withConfig(
    draw(
      { in: 'entry-new-lead', a: 'wait', again: 'go-to', out: 'exit' },
      ...['in.next > a', 'a.next > again', 'again.next > a', 'again.exhausted > out'],
    ),
    { a: { for: '3d' } },
  );
  expect(days(loop)).toEqual({ in: [0, 0], a: [0, null], again: [3, null], out: [3, null] });
  const line = withConfig(draw({ in: 'entry-new-lead', a: 'wait', out: 'exit' }, 'in.next > a', 'a.next > out'), { a: { for: '3d' } });
  const off = { ...line, nodes: line.nodes.map((node) => (node.id === 'a' ? { ...node, disabled: true } : node)) };
  expect(days(off)['out']).toEqual([0, 0]);
});

test('the ruler has one mark per row whose days differ from the row above', () => {
  const line = withConfig(draw({ in: 'entry-new-lead', a: 'wait', b: 'tag', out: 'exit' }, 'in.next > a', 'a.next > b', 'b.next > out'), {
    a: { for: '3d' },
  });
  expect(dayMarks(line, arrivalsOf(line, types))).toEqual([
    { y: 0, from: 0, to: 0 },
    { y: 240, from: 3, to: 3 },
  ]);
});
