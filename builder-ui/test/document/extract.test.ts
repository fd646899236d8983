import { compile } from '@tendril/journey/compile';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { readDocument } from '@tendril/journey/schema';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planExtraction } from '../../src/document/commands/extract.ts';
import { countingIds, draw, waysOf } from '../support/drawing.ts';
import { holdsTogether } from '../support/holds-together.ts';

const plan = (document: ReturnType<typeof draw>, ...chosen: readonly string[]) =>
  planExtraction(document, chosen, { types, newId: countingIds(), name: 'Part' });

function extracted(document: ReturnType<typeof draw>, ...chosen: readonly string[]) {
  const made = plan(document, ...chosen);
  if (!made.ok) throw new Error(made.why);
  return { ...made, ...made.replace('journey-2', 'Part') };
}

const line = () => draw({ in: 'entry-new-lead', a: 'wait', b: 'send-email', out: 'exit' }, 'in.next > a', 'a.next > b', 'b.next > out');

describe('extracting', () => {
  test('a piece with one way out: the new journey has an entry and an exit, this one calls it and goes on', () => {
    const { journey, document, step } = extracted(line(), 'a', 'b');
    expect(waysOf(journey)).toEqual(['a.next > b', 'b.next > n2', 'n1.next > a']);
    expect(journey.nodes.map(({ kind }) => kind)).toEqual(['entry-manual', 'wait', 'send-email', 'exit']);
    expect(waysOf(document)).toEqual([`${step}.next > out`, `${step}.timeout > out`, 'in.next > n3'].sort());
    expect(document.nodes.find(({ id }) => id === step)?.config).toMatchObject({ journey: 'journey-2', wait: true, timeout: '365d' });
  });

  test('a piece with several ways out: this journey branches on how the new one ended', () => {
    const split = draw(
      { in: 'entry-new-lead', if: 'if-else', a: 'exit', b: 'tag', c: 'exit' },
      ...['in.next > if', 'if.yes > a', 'if.no > b', 'b.next > c'],
    );
    const { document, waysOn } = extracted(split, 'if');
    expect(waysOn).toEqual([
      { outcome: 'way-1', to: 'a' },
      { outcome: 'way-2', to: 'b' },
    ]);
    const branch = document.nodes.find(({ kind }) => kind === 'earlier-outcome');
    expect(branch?.config).toMatchObject({ paths: [{ id: 'way-2', outcomes: ['way-2'] }] });
    expect(waysOf(document)).toContain(`${branch?.id}.else > a`);
    expect(waysOf(document)).toContain(`${branch?.id}.way-2 > b`);
  });

  test('an exit inside still ends this journey, with the same outcome', () => {
    const { document, waysOn } = extracted(line(), 'b', 'out');
    expect(waysOn).toEqual([{ outcome: 'handed over', to: null }]);
    const exit = document.nodes.find(({ kind }) => kind === 'exit');
    expect(exit?.config).toEqual({ outcome: 'handed over' });
    expect(document.edges.filter(({ to }) => to === exit?.id)).toHaveLength(2);
  });

  test('is refused where leads would live through something else', () => {
    const meets = draw(
      { in: 'entry-new-lead', if: 'if-else', a: 'tag', b: 'tag', out: 'exit' },
      ...['in.next > if', 'if.yes > a', 'if.no > b', 'a.next > out', 'b.next > out'],
    );
    expect(plan(line())).toEqual({ ok: false, why: 'none', step: null });
    expect(plan(line(), 'in', 'a')).toMatchObject({ why: 'entry', step: 'in' });
    expect(plan(draw({ g: 'goal', a: 'exit' }, 'g.next > a'), 'g')).toMatchObject({ why: 'interrupt' });
    expect(plan(meets, 'a', 'b')).toMatchObject({ why: 'ways-in' });
    expect(plan(line(), 'a', 'out')).toMatchObject({ why: 'ways-in' });
    const alone = draw({ in: 'entry-new-lead', a: 'tag', b: 'tag' }, 'in.next > a');
    expect(plan(alone, 'a', 'b')).toMatchObject({ why: 'apart', step: 'b' });
    const looks = draw(
      { in: 'entry-new-lead', 'thank-you': 'send-email', look: 'earlier-outcome', out: 'exit' },
      ...['in.next > thank-you', 'thank-you.next > look', 'look.clicked > out', 'look.else > out'],
    );
    expect(plan(looks, 'thank-you')).toMatchObject({ why: 'looked-at', step: 'look' });
    expect(plan(looks, 'thank-you', 'look').ok).toBe(true);
  });
});

test('whatever may be extracted leaves two journeys that hold together and compile', () => {
  const templates = GALLERY.map((template) => drawTemplate(template, { locale: 'en' }));
  let extractions = 0;
  fc.assert(
    fc.property(fc.nat(templates.length - 1), fc.nat(), fc.nat(5), (which, start, length) => {
      const document = templates[which] ?? templates[0];
      if (document === undefined) return;
      const chosen: string[] = [];
      for (let id = document.nodes[start % document.nodes.length]?.id; id !== undefined && chosen.length <= length; ) {
        chosen.push(id);
        id = document.edges.find(({ from }) => from === chosen.at(-1))?.to;
      }
      const made = plan(document, ...chosen);
      if (!made.ok) return;
      extractions += 1;
      const after = made.replace('journey-2', 'Part').document;
      for (const one of [made.journey, after]) {
        holdsTogether(one);
        expect(readDocument(JSON.parse(JSON.stringify(one))).ok).toBe(true);
        const compiled = compile(one, { nodeTypes: types });
        expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  expect(extractions).toBeGreaterThan(30);
});
