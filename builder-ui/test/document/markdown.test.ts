import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, type Inline, readLine, readMarkdown } from '../../src/document/markdown.ts';

test('headings, lists, quotes and paragraphs are told apart', () => {
  const text = ['# Why', 'three **days**', 'not two', '', '- one', '- *two*', '1. first', '> said `so`'].join('\n');
  expect(readMarkdown(text).map(({ is }) => is)).toEqual(['heading', 'paragraph', 'list', 'list', 'quote']);
  expect(readMarkdown(text)[1]).toEqual({
    is: 'paragraph',
    lines: [
      [
        { is: 'text', text: 'three ' },
        { is: 'bold', text: 'days' },
      ],
      [{ is: 'text', text: 'not two' }],
    ],
  });
});

test('links lead to web pages and mail only; anything else stays text', () => {
  expect(readLine('[plan](https://example.com/plan)')).toEqual([{ is: 'link', text: 'plan', to: 'https://example.com/plan' }]);
  expect(readLine('[x](javascript:alert(1))').every(({ is }) => is === 'text')).toBe(true);
  expect(readLine('[x](data:text/html,hi)').every(({ is }) => is === 'text')).toBe(true);
  expect(readMarkdown('<img src=x onerror=alert(1)>')).toEqual([
    { is: 'paragraph', lines: [[{ is: 'text', text: '<img src=x onerror=alert(1)>' }]] },
  ]);
});

const words = (pieces: readonly Inline[]) => pieces.map(({ text }) => text).join('');
const textOf = (block: Block): string =>
  block.is === 'heading' ? words(block.line) : (block.is === 'list' ? block.items : block.lines).map(words).join('');

test('any text can be read, and no letter or figure of it is lost outside of links', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '*', '_', '`', '#', '-', '>', '\n', '好', '<', '[') }), (text) => {
      const kept = readMarkdown(text).map(textOf).join('');
      expect(kept.replace(/[^a-zA-Z好]/g, '')).toBe(text.replace(/[^a-zA-Z好]/g, ''));
    }),
  );
});
