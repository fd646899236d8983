import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, compile } from '../../src/compile/index.ts';
import type { JourneyDocument, Json, Program } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { preNurtureSop } from '../../src/templates/index.ts';
import { journey } from '../journey-builder.ts';

function programOf(document: JourneyDocument): Program {
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
}

/** The same value with the keys of every object turned round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

const original = programOf(preNurtureSop);

test('a program is named by what it means: positions, notes, groups and the order of keys and lists do not change its name', () => {
  const shuffled = fc.shuffledSubarray([...preNurtureSop.nodes], { minLength: preNurtureSop.nodes.length });
  const edges = fc.shuffledSubarray([...preNurtureSop.edges], { minLength: preNurtureSop.edges.length });
  fc.assert(
    fc.property(shuffled, edges, fc.integer(), fc.string({ maxLength: 20 }), (nodes, ways, x, text) => {
      const moved = nodes.map((node) => ({ ...node, position: { x, y: -x } }));
      const note = { id: 'n', text, position: { x, y: x }, size: { width: 100, height: 50 } };
      const groups = [{ id: 'g', title: text, collapsed: x % 2 === 0, members: nodes.slice(0, Math.abs(x) % nodes.length).map(({ id }) => id) }];
      const other = turned({ ...preNurtureSop, nodes: moved, edges: ways, notes: [note], groups } as unknown as Json) as unknown as JourneyDocument;
      expect(programOf(other)).toEqual(original);
    }),
    { numRuns: 40 },
  );
});

test('what leads live through changes the name', () => {
  const node = (id: string, change: Partial<JourneyDocument['nodes'][number]>): JourneyDocument => ({
    ...preNurtureSop,
    nodes: preNurtureSop.nodes.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
  const others = [
    node('one-day', { config: { for: '2d' } }),
    node('thank-you', { disabled: true }),
    { ...preNurtureSop, settings: { holdoutPercent: 5 } },
    { ...preNurtureSop, edges: preNurtureSop.edges.map((edge) => (edge.port === 'low' ? { ...edge, to: 'wecom' } : edge)) },
  ].map((document) => programOf(document).hash);
  expect(new Set([original.hash, ...others]).size).toBe(5);
});

test('the name is the SHA-256 of the canonical text, so anybody can check it', async () => {
  const { hash, ...rest } = original;
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(rest)));
  expect(hash).toBe([...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
});

test('a program survives the database: it is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(original))).toEqual(original);
});

test('every config in a program is whole: defaults are written out, so a later default changes no running journey', () => {
  expect(original.nodes['thank-you']?.config).toEqual({
    template: 'thank-you',
    topic: 'nurture',
    consent: 'granted',
    service: false,
    branchWhenUnreachable: false,
  });
});

test('a disabled step is passed by its first way out, also several in a row', () => {
  const program = journey('disabled')
    .step('entry', 'entry-manual', {}, 'a')
    .disabled('a', 'wait', {}, 'b')
    .disabled('b', 'if-else', { condition: { test: { of: 'pool' }, operator: 'is', value: 'silent' } }, { yes: 'yes', no: 'no' })
    .exit('yes', 'no')
    .program();
  expect(program.nodes['entry']?.next).toEqual({ next: 'yes' });
  expect(Object.keys(program.nodes).sort()).toEqual(['entry', 'yes']);
});

test('steps that no entry leads to are left out; goal nodes need no connection', () => {
  const program = journey('goal')
    .step('entry', 'entry-manual', {}, 'end')
    .step('fast', 'goal', { events: [{ event: 'Price Requested' }] }, 'fast-end')
    .step('lost', 'merge', {}, 'end')
    .exit('end', 'fast-end')
    .program();
  expect(Object.keys(program.nodes).sort()).toEqual(['end', 'entry', 'fast', 'fast-end']);
  expect(program.interrupts).toEqual(['fast']);
});

test('a program says all events and fields that its snapshots must hold: of steps, filters, goals and audiences', () => {
  const program = journey('reads')
    .settings({
      goal: { name: 'won', when: { event: { event: 'Deal Won' } } },
      exits: [{ outcome: 'lost', when: { condition: { test: { of: 'events', name: 'Deal Lost', measure: 'count' }, operator: 'gt', value: 0 } } }],
      audience: { test: { of: 'attribute', field: 'region' }, operator: 'known' },
    })
    .step('entry', 'entry-manual', { filter: { test: { of: 'attribute', field: 'industry' }, operator: 'known' } }, 'wait')
    .step('wait', 'wait-for-event', { events: [{ event: 'Page Viewed' }] }, { happened: 'end', timeout: 'end' })
    .exit('end')
    .program();
  expect(program.reads).toEqual({ events: ['Deal Lost', 'Deal Won', 'Page Viewed'], attributes: ['industry', 'region'] });
});
