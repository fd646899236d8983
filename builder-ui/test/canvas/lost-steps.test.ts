import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { placeOfLost } from '../../src/canvas/compare-versions.ts';
import { SIDE_GAP, STEP_WIDTH } from '../../src/document/geometry.ts';

const stepAt = (id: string, x: number, y: number) => ({ id, kind: 'exit', version: 1, name: '', config: {}, position: { x, y } });

test('a lost step stands where it was, or beside what stands there now', () => {
  const shown = { ...emptyDocument('Shown'), nodes: [stepAt('a', 0, 0), stepAt('b', 0, 120)] };
  expect(placeOfLost(shown, stepAt('gone', 0, 240))).toEqual({ x: 0, y: 240 });
  expect(placeOfLost(shown, stepAt('gone', 0, 110))).toEqual({ x: STEP_WIDTH + SIDE_GAP, y: 110 });
});
