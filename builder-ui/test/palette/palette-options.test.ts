import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { expect, test } from 'vitest';
import type { Place } from '../../src/canvas/view-store.ts';
import { paletteOptions } from '../../src/palette/palette-options.ts';
import { draw } from '../support/drawing.ts';

const forks = draw({ in: 'entry-new-lead', if: 'if-else', a: 'wait', out: 'exit' }, 'in.next > if', 'if.yes > out');
const offered = (place: Place, typed: string): readonly string[] =>
  paletteOptions(place, typed, forks, types, 'en').map((option) => (option.is === 'type' ? option.definition.kind : `→ ${option.node.id}`));

test('a way out may go on at a step that is drawn already, after the new steps of that name', () => {
  expect(offered({ at: 'port', node: 'if', port: 'no' }, 'exit')).toEqual(['exit', '→ out']);
});

test('where the way leads already, and where it may not lead, is not offered', () => {
  expect(offered({ at: 'edge', from: 'if', port: 'yes' }, 'exit')).toEqual(['exit']);
  expect(offered({ at: 'port', node: 'if', port: 'no' }, 'if')).not.toContain('→ if');
  expect(offered({ at: 'port', node: 'if', port: 'no' }, 'new lead')).not.toContain('→ in');
});

test('entries are offered only where a journey may begin', () => {
  expect(offered({ at: 'port', node: 'if', port: 'no' }, '')).not.toContain('entry-manual');
  expect(offered({ at: 'point', x: 0, y: 0 }, '')).toContain('entry-manual');
});
