import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import type { JsonObject, Program } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { emptyDocument } from '../../src/schema/index.ts';
import { choiceFor, type LeadsAt, planPublish } from '../../src/versions/index.ts';
import { randomProgram } from '../machine/random-journeys.ts';

const nodeTypes = builtInNodeTypes;

/** A journey in a line: each step's kind and config, by id, in order. */
function line(steps: { readonly [id: string]: readonly [kind: string, config?: JsonObject] }, settings: JsonObject = {}): Program {
  const ids = Object.keys(steps);
  const nodes = Object.entries(steps).map(([id, [kind, config = {}]]) => ({ id, kind, version: 1, name: id, config, position: { x: 0, y: 0 } }));
  const edges = ids.slice(0, -1).map((from, index) => ({ from, port: 'next', to: ids[index + 1] ?? '' }));
  const compiled = compile({ ...emptyDocument('line'), settings, nodes, edges }, { nodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
}

const before = line({ come: ['entry-manual'], rest: ['wait', { for: '5d' }], mark: ['tag', { tag: 'old' }], over: ['exit', { outcome: 'over' }] });
const after = line({ come: ['entry-manual'], rest: ['wait', { for: '3d' }], over: ['exit', { outcome: 'done' }] });

const planned = (inside: readonly LeadsAt[], to = after) => planPublish({ nodeTypes, versions: new Map([[1, before]]), inside, to });

test('says per changed step what is other, who is there, and what can be chosen', () => {
  const plan = planned([
    { version: 1, node: 'rest', here: 3 },
    { version: 1, node: 'mark', here: 2 },
    { version: 1, node: 'come', here: 4 },
  ]);
  expect(plan.lines.map(({ node, changes, here, choices }) => ({ node, changes, here, choices }))).toEqual([
    { node: 'rest', changes: ['time', 'ways'], here: 3, choices: ['finish', 'now', 'next', 'leave'] },
    { node: 'mark', changes: ['removed'], here: 2, choices: ['finish', 'next', 'go-on', 'leave'] },
    { node: 'over', changes: ['config'], here: 0, choices: ['finish', 'next', 'leave'] },
  ]);
  expect(plan.rest).toMatchObject({ here: 4, versions: [{ version: 1, here: 4 }] });
  expect(plan.rulesChanged).toBe(false);
});

test('a drawing that changes nothing concerns nobody in particular', () => {
  const plan = planned([{ version: 1, node: 'rest', here: 3 }], before);
  expect(plan.lines).toEqual([]);
  expect(plan.rest.here).toBe(3);
});

test('other rules of the journey are said', () => {
  const to = line({ come: ['entry-manual'], over: ['exit', {}] }, { holdoutPercent: 10 });
  expect(planned([], to).rulesChanged).toBe(true);
});

test('every lead inside is on exactly one line, and what happens unless something else is said is that it stays', () => {
  fc.assert(
    fc.property(
      randomProgram,
      randomProgram,
      randomProgram,
      fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 2 }), fc.nat(9)), { maxLength: 12 }),
      (one, two, to, groups) => {
        const versions = new Map([
          [1, one],
          [2, two],
        ]);
        const inside = groups.map(([index, version, here]) => {
          const nodes = Object.keys((version === 1 ? one : two).nodes);
          return { version, node: nodes[index % nodes.length] ?? 'entry', here };
        });
        const plan = planPublish({ nodeTypes, versions, inside, to });
        const all = [...plan.lines, plan.rest];
        const total = inside.reduce((sum, { here }) => sum + here, 0);
        expect(all.reduce((sum, { here }) => sum + here, 0)).toBe(total);
        const named = plan.lines.map(({ node }) => node);
        expect(new Set(named).size).toBe(named.length);
        for (const planLine of all) {
          expect(planLine.choices[0]).toBe('finish');
          expect(planLine.versions.reduce((sum, { here }) => sum + here, 0)).toBe(planLine.here);
        }
        for (const { node, changes } of plan.lines) {
          expect(changes.length).toBeGreaterThan(0);
          expect(changes.includes('removed')).toBe(to.nodes[node ?? ''] === undefined);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('what was chosen for a step holds there, and what was chosen for the rest everywhere else', () => {
  const plan = { steps: { rest: { do: 'leave' } }, rest: { do: 'next' } } as const;
  expect([choiceFor(plan, 'rest'), choiceFor(plan, 'elsewhere'), choiceFor(plan, 'constructor')]).toEqual([
    { do: 'leave' },
    { do: 'next' },
    { do: 'next' },
  ]);
});
