import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument, formatDocument, readDocument } from '@tendril/journey/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const document: JourneyDocument = {
  ...emptyDocument('Order'),
  nodes: [
    { position: { y: 2, x: 1 }, config: { b: 1, a: { d: [{ z: 1, y: 2 }], c: null } }, name: '', version: 1, kind: 'wait', id: 'b' },
    { id: 'a', kind: 'exit', version: 1, name: 'End', disabled: false, config: {}, position: { x: 0, y: 0 } },
  ],
  edges: [
    { to: 'a', port: 'next', from: 'b' },
    { from: 'a', port: 'next', to: 'b' },
  ],
};

test('a document has one text, whatever the order in which it was built', () => {
  const shuffled = fc.record({
    nodes: fc.shuffledSubarray([...document.nodes], { minLength: 2 }),
    edges: fc.shuffledSubarray([...document.edges], { minLength: 2 }),
  });
  fc.assert(
    fc.property(shuffled, ({ nodes, edges }) => {
      const { settings, ...rest } = document;
      const rebuilt = { settings: Object.fromEntries(Object.entries(settings).reverse()), ...rest, nodes, edges };
      expect(formatDocument(rebuilt)).toBe(formatDocument(document));
    }),
  );
});

test('formatting twice changes nothing, and the text reads as the same document', () => {
  const text = formatDocument(document);
  const read = readDocument(JSON.parse(text));
  expect(read.ok && formatDocument(read.document)).toBe(text);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text.indexOf('"id": "a"')).toBeLessThan(text.indexOf('"id": "b"'));
  expect(text).not.toContain('disabled');
});

test('notes, groups and saved tests have their place and order, too', () => {
  const note = { id: 'n', text: 'hi', position: { x: 0, y: 0 }, size: { width: 1, height: 1 } };
  const told = { id: 't', name: 'T', start: '2026-03-02', expect: { way: [], outcome: null } };
  const full = {
    ...document,
    notes: [{ ...note, id: 'z', color: 'green' as const }, note],
    groups: [
      { id: 'y', title: 'Second', color: 'pink' as const, collapsed: true, members: ['n', 'a'] },
      { id: 'g', title: 'First', collapsed: false, members: ['b'] },
    ],
    tests: [
      {
        ...told,
        id: 'z',
        answers: { b: [{ outcome: 'sent' }], a: [{ fails: 'x' }] },
        happens: [{ event: 'E', after: '1d' }],
        lead: { tags: { b: 1, a: 2 } },
      },
      told,
    ],
  };
  const text = formatDocument(full);
  const read = readDocument(JSON.parse(text));
  expect(read.ok && formatDocument(read.document)).toBe(text);
  expect(read.ok && read.document.tests?.map(({ id }) => id)).toEqual(['t', 'z']);
  expect(read.ok && read.document.notes.map(({ id }) => id)).toEqual(['n', 'z']);
  expect(read.ok && read.document.groups).toEqual([
    { id: 'g', title: 'First', members: ['b'] },
    { id: 'y', title: 'Second', color: 'pink', collapsed: true, members: ['a', 'n'] },
  ]);
  expect(formatDocument({ ...full, tests: [...full.tests].reverse(), notes: [...full.notes].reverse(), groups: [...full.groups].reverse() })).toBe(
    text,
  );
});
