import { compile } from '@tendril/journey/compile';
import { builtInDefinitions, createNodeTypes, defineNode, field, portsOf, summaryOf } from '@tendril/journey/nodes';
import { defineSentences, render } from '@tendril/journey/sentences';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { journey } from '../journey-builder.ts';
import { Traveller } from '../machine/traveller.ts';

// What follows is the example of docs/journey-language.md, which language-page.test.ts compares with it.
const { texts, say } = defineSentences({
  'send-gift.sending': { 'zh-CN': '寄出{{gift}}', en: 'Sends {{gift}}' },
  'send-gift.arrived': { 'zh-CN': '{{gift}}已送达', en: '{{gift}} has arrived' },
});

/** Sends the lead a gift. */
const sendGift = defineNode({
  kind: 'send-gift',
  version: 1,
  family: 'act',
  icon: 'gift',
  title: { 'zh-CN': '寄礼品', en: 'Send gift' },
  help: { 'zh-CN': '给线索寄一份礼品。', en: 'Sends the lead a gift.' },
  config: z.object({
    gift: field(z.string().min(1), { label: { 'zh-CN': '礼品', en: 'Gift' }, hint: 'text' }),
    to: field(z.email().nullable().default(null), { label: { 'zh-CN': '抄送', en: 'Copy to' }, hint: 'text' }),
  }),
  example: { gift: 'a book' },
  sentences: texts,
  ports: () => [{ id: 'next', label: { 'zh-CN': '已寄出', en: 'Sent' } }],
  summary: ({ gift }, locale) => (locale === 'en' ? `Sends ${gift}` : `寄出${gift}`),
  enter: ({ config: { gift } }) => ({ perform: { effect: 'sendGift', queue: 'custom' }, because: say('send-gift.sending', { gift }) }),
  resume: ({ config: { gift } }, fact) => ({
    go: 'next',
    because: say('send-gift.arrived', { gift }),
    outcome: fact.type === 'performed' ? fact.outcome : 'failed',
  }),
  simulate: () => ({
    answers: [{ fact: { type: 'performed', outcome: 'sent' }, afterMs: 0, share: 1, label: { 'zh-CN': '寄出', en: 'Sent' } }],
  }),
});

const nodeTypes = createNodeTypes([...builtInDefinitions, sendGift]);
const drawing = (config = {}) =>
  journey('gift', nodeTypes).step('entry', 'entry-manual', {}, 'gift').step('gift', 'send-gift', config, 'end').exit('end');

test('a type of one file is drawn, checked, run and told like a built-in one', () => {
  const node = { kind: 'send-gift', config: { gift: 'a book' } };
  expect(portsOf(nodeTypes, node).map(({ id }) => id)).toEqual(['next']);
  expect(summaryOf(nodeTypes, node, 'en')).toBe('Sends a book');

  const traveller = new Traveller(drawing({ gift: 'a book' }).program(), {}, nodeTypes).enter('entry');
  expect(traveller.directive).toEqual({ do: 'perform', effect: 'sendGift', queue: 'custom' });
  traveller.performed('sent');
  expect(traveller.told.slice(-3)).toEqual(['day 0  Sends a book', 'day 0  a book has arrived', 'day 0  The journey ends with the outcome “end”']);
});

test('its config is checked by its own schema, with the remark on the field', () => {
  const wrong = compile(drawing({ gift: 'a book', to: 'nobody' }).document(), { nodeTypes });
  expect(wrong.diagnostics[0]).toMatchObject({ code: 'J111', node: 'gift', field: 'config.to' });
});

test('an installation without the type refuses the journey and offers to remove the step', () => {
  const refused = compile(drawing({ gift: 'a book' }).document(), { nodeTypes: createNodeTypes(builtInDefinitions) });
  expect(refused.ok).toBe(false);
  expect(refused.diagnostics[0]).toMatchObject({ code: 'J201', node: 'gift', fix: { do: 'remove-node', node: 'gift' } });
});

test('what a type said stays readable where the type is gone', () => {
  expect(render({ code: 'send-gift.arrived', params: { gift: 'a book' } }, 'en')).toBe('send-gift.arrived (gift=a book)');
});

test.each([
  ['a kind that is no kebab-case', { ...sendGift, kind: 'SendGift' }],
  ['a version that is no whole number', { ...sendGift, version: 1.5 }],
])('%s is refused when it is declared', (_what, definition) => {
  expect(() => defineNode(definition)).toThrow(TypeError);
});

test('two types of one kind, and sentences under a foreign name, are refused', () => {
  expect(() => createNodeTypes([sendGift, sendGift])).toThrow(/defined twice/);
  expect(() => createNodeTypes([{ ...sendGift, kind: 'gift' }])).toThrow(/must begin with the kind/);
});
