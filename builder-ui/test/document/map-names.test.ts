import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { expect, test } from 'vitest';
import { copyFragment, pasteFragment } from '../../src/document/commands/fragment.ts';
import { mapNames, missingNames, nameKey } from '../../src/document/commands/map-names.ts';
import { countingIds, draw, stepOf } from '../support/drawing.ts';

const drawing = () => {
  const base = draw({ mail: 'send-email', look: 'earlier-outcome', if: 'if-else' });
  return {
    ...base,
    nodes: base.nodes.map((node) =>
      node.id === 'if' ? { ...node, config: { condition: { all: [{ test: { of: 'attribute', field: 'budget' }, operator: 'known' }] } } } : node,
    ),
  };
};

test('names that nobody here knows are found once each, with the steps that use them', () => {
  const { nodes } = drawing();
  const existing = { 'template-email': ['welcome'], topic: ['nurture'], 'lead-field': ['industry'], step: ['mail', 'look', 'if'] };
  expect(missingNames([...nodes, { ...stepOf('send-email', 'again') }], types, existing)).toEqual([
    { kind: 'template-email', name: 'thank-you', steps: ['mail', 'again'] },
    { kind: 'step', name: 'thank-you', steps: ['look'] },
    { kind: 'lead-field', name: 'budget', steps: ['if'] },
  ]);
  expect(missingNames(nodes, types, {})).toEqual([]);
});

test('other names are written into the named steps only', () => {
  const before = drawing();
  const to = new Map([
    [nameKey('template-email', 'thank-you'), 'welcome'],
    [nameKey('step', 'thank-you'), 'mail'],
    [nameKey('lead-field', 'budget'), 'industry'],
  ]);
  const after = mapNames(before, ['mail', 'look', 'if'], to, types);
  expect(after.nodes.map(({ config }) => config)).toMatchObject([
    { template: 'welcome', topic: 'nurture' },
    { node: 'mail' },
    { condition: { all: [{ test: { of: 'attribute', field: 'industry' } }] } },
  ]);
  expect(mapNames(before, ['look'], new Map(), types)).toBe(before);
});

test('a copied step that looks at another copied step looks at its copy', () => {
  const base = draw({ mail: 'send-email', look: 'earlier-outcome' }, 'mail.next > look');
  const document = { ...base, nodes: base.nodes.map((node) => (node.id === 'look' ? { ...node, config: { ...node.config, node: 'mail' } } : node)) };
  const pasted = pasteFragment(document, copyFragment(document, new Set(['mail', 'look'])), countingIds(), null).document;
  expect(pasted.nodes.find(({ id }) => id === 'n2')?.config['node']).toBe('n1');
});
