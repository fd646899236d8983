import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { advance, mayMove, sendOn } from '../../src/machine/index.ts';
import { type Cursor, DAY, type Decision, HOUR, type JsonObject, type Program, type Snapshot } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { emptyDocument } from '../../src/schema/index.ts';
import { type MoveChoice, settleMove } from '../../src/versions/index.ts';
import { aLead } from '../conditions/a-lead.ts';
import { randomProgram } from '../machine/random-journeys.ts';

const nodeTypes = builtInNodeTypes;
const NOW = Date.UTC(2026, 2, 2, 8);
const at = (now: number): Snapshot => ({ now, lead: aLead(), timeZone: 'UTC', runId: 'run' });
const because = { code: 'went', params: {} };

const choice: fc.Arbitrary<MoveChoice> = fc.oneof(
  fc.constantFrom<MoveChoice>({ do: 'finish' }, { do: 'now', wait: 'recompute' }, { do: 'now', wait: 'keep' }, { do: 'next' }, { do: 'leave' }),
  fc.constantFrom('step-0', 'step-3', 'end', 'entry', 'gone').map((node): MoveChoice => ({ do: 'go-on', at: node })),
);

/** Where a lead is that came into a program and was told a few things. */
function travelled(program: Program, told: readonly ('woken' | 'performed')[]): Decision {
  let now = NOW;
  let decision = advance(nodeTypes, program, null, { type: 'entered', entry: program.entries[0] ?? '' }, at(now));
  for (const what of told) {
    if (decision.directive.do === 'done') break;
    now += 2 * DAY;
    const fact =
      decision.directive.do === 'perform' && what === 'performed' ? ({ type: 'performed', outcome: 'sent' } as const) : ({ type: 'woken' } as const);
    if (decision.directive.do === 'perform' && fact.type === 'woken') continue;
    decision = advance(nodeTypes, program, decision.cursor, fact, at(now));
  }
  return decision;
}

const told = fc.array(fc.constantFrom('woken' as const, 'performed' as const), { maxLength: 6 });

test('nobody goes to a step that the new version lacks, and no effect under way is left before it is settled', () => {
  fc.assert(
    fc.property(randomProgram, randomProgram, told, choice, (from, to, way, chosen) => {
      const { cursor, directive } = travelled(from, way);
      if (directive.do === 'done') return;
      const settled = settleMove(nodeTypes, chosen, cursor, { from, to });
      const isUnderWay = cursor.waitsUntil === undefined;
      if (isUnderWay) expect(['over', 'send-on']).not.toContain(settled.do);
      if (settled.do === 'over') {
        expect(to.nodes[settled.cursor.node]).toBeDefined();
        expect(mayMove(nodeTypes, cursor, { from, to })).toBe(true);
        expect({ ...settled.cursor, keepsUntil: undefined }).toEqual({ ...cursor, keepsUntil: undefined });
      }
      if ((settled.do === 'send-on' || settled.do === 'later') && settled.at !== null) expect(to.nodes[settled.at]).toBeDefined();
      expect(settled.do === 'leave').toBe(chosen.do === 'leave');
      expect(settleMove(nodeTypes, chosen, null, { from, to }).do).not.toBe('over');
    }),
    { numRuns: 300 },
  );
});

test('a lead that is offered another version is afterwards either there or where it would be anyway', () => {
  fc.assert(
    fc.property(randomProgram, randomProgram, told, (from, to, way) => {
      const { cursor, directive } = travelled(from, way);
      if (directive.do === 'done') return;
      const fact = directive.do === 'perform' ? ({ type: 'performed', outcome: 'sent' } as const) : ({ type: 'woken' } as const);
      const now = at(NOW + 40 * DAY);
      const over = { program: to, at: null, timeZone: 'UTC', because };
      const decision = advance(nodeTypes, from, cursor, fact, now, over);
      if (decision.wentOver) {
        expect(to.nodes[decision.cursor.node]).toBeDefined();
        expect(decision.story.filter((line) => line.because.code === 'went')).toHaveLength(1);
      } else expect(decision).toEqual(advance(nodeTypes, from, cursor, fact, now));
    }),
    { numRuns: 300 },
  );
});

function drawn(nodes: { readonly [id: string]: readonly [kind: string, config: JsonObject, ways: { readonly [port: string]: string }] }): Program {
  const compiled = compile(
    {
      ...emptyDocument('drawn'),
      nodes: Object.entries(nodes).map(([id, [kind, config]]) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } })),
      edges: Object.entries(nodes).flatMap(([from, [, , ways]]) => Object.entries(ways).map(([port, to]) => ({ from, port, to }))),
    },
    { nodeTypes },
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
}

const waiting = (length: string, outcome: string): Program =>
  drawn({
    come: ['entry-manual', {}, { next: 'rest' }],
    rest: ['wait', { for: length }, { next: 'over' }],
    over: ['exit', { outcome }, {}],
  });

const resting = (program: Program): Cursor => advance(nodeTypes, program, null, { type: 'entered', entry: 'come' }, at(NOW)).cursor;

describe('a lead that goes over and keeps the end of its wait', () => {
  test.each(['3d', '9d'])('goes on exactly then, though the new wait is %s', (length) => {
    const [from, to] = [waiting('5d', 'old'), waiting(length, 'new')];
    const settled = settleMove(nodeTypes, { do: 'now', wait: 'keep' }, resting(from), { from, to });
    if (settled.do !== 'over') throw new Error(settled.do);
    const early = advance(nodeTypes, to, settled.cursor, { type: 'recheck' }, at(NOW + 4 * DAY));
    expect(early.directive).toMatchObject({ do: 'wait', until: NOW + 5 * DAY });
    const again = advance(nodeTypes, to, early.cursor, { type: 'recheck' }, at(NOW + 5 * DAY - 1));
    expect(again.directive).toMatchObject({ do: 'wait', until: NOW + 5 * DAY });
    expect(advance(nodeTypes, to, again.cursor, { type: 'woken' }, at(NOW + 5 * DAY)).directive).toEqual({ do: 'done', outcome: 'new' });
  });

  test('still hears at once of what it waits for', () => {
    const hearing = (timeout: string): Program =>
      drawn({
        come: ['entry-manual', {}, { next: 'rest' }],
        rest: ['wait-for-event', { events: [{ event: 'Price Requested' }], timeout }, { happened: 'yes', timeout: 'no' }],
        yes: ['exit', { outcome: 'yes' }, {}],
        no: ['exit', { outcome: 'no' }, {}],
      });
    const [from, to] = [hearing('5d'), hearing('1d')];
    const settled = settleMove(nodeTypes, { do: 'now', wait: 'keep' }, resting(from), { from, to });
    if (settled.do !== 'over') throw new Error(settled.do);
    const { cursor, directive } = advance(nodeTypes, to, settled.cursor, { type: 'recheck' }, at(NOW + 2 * DAY));
    expect(directive).toMatchObject({ do: 'wait', until: NOW + 5 * DAY });
    const event = { id: 'e', name: 'Price Requested', at: NOW + 2 * DAY + HOUR, properties: {} };
    expect(advance(nodeTypes, to, cursor, { type: 'event', event }, at(event.at)).directive).toEqual({ do: 'done', outcome: 'yes' });
    expect(advance(nodeTypes, to, cursor, { type: 'woken' }, at(NOW + 5 * DAY)).directive).toEqual({ do: 'done', outcome: 'no' });
  });
});

test('a lead whose step is gone goes on at the one that was chosen', () => {
  const from = waiting('5d', 'old');
  const to = drawn({ come: ['entry-manual', {}, { next: 'end' }], end: ['exit', { outcome: 'new' }, {}] });
  expect(settleMove(nodeTypes, { do: 'go-on', at: 'end' }, resting(from), { from, to })).toEqual({ do: 'send-on', at: 'end' });
  const decision = sendOn(nodeTypes, from, resting(from), at(NOW + DAY), { program: to, at: 'end', timeZone: 'UTC', because });
  expect(decision).toMatchObject({
    directive: { do: 'done', outcome: 'new' },
    wentOver: true,
    cursor: { node: 'end', outcomes: { rest: { outcome: 'interrupted' } } },
  });
});
