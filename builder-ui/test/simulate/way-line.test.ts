import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { preNurtureSop } from '@tendril/journey/templates';
import { expect, test } from 'vitest';
import { namesOfWayLine, readWayLine } from '../../src/simulate/way-line.ts';

test.each([
  ['day 3  reminder:next', { day: 3, node: 'reminder', port: 'next', mark: null }],
  ['day 0  a:b:yes', { day: 0, node: 'a:b', port: 'yes', mark: null }],
  ['day 12  gate…', { day: 12, node: 'gate', port: null, mark: '…' }],
  ['day 5  over.', { day: 5, node: 'over', port: null, mark: '.' }],
  ['day 0  entry✗', { day: 0, node: null, port: null, mark: '✗' }],
])('%s is read', (text, line) => {
  expect(readWayLine(text)).toEqual(line);
});

test('what is no line is none', () => {
  expect(readWayLine('第 3 天  reminder:next')).toBeNull();
});

test('a line is said in the names of the drawing, and by its ids where the drawing lost the step', () => {
  const line = readWayLine('day 3  gate:high');
  if (line === null) throw new Error('it is a line');
  const { step, way } = namesOfWayLine(line, preNurtureSop, types, 'en');
  expect(step).not.toBe('gate');
  expect(way).not.toBe('');
  expect(namesOfWayLine(line, { ...preNurtureSop, nodes: [] }, types, 'en')).toEqual({ step: 'gate', way: 'high' });
});
