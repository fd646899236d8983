import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, applyEffect } from '../../src/machine/index.ts';
import type { Cursor, Decision, Fact, Json, JsonObject, LeadView, Program } from '../../src/model/index.ts';
import { DAY, HOUR, LOCALES } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { render } from '../../src/sentences/index.ts';
import { lead, START } from '../lead.ts';
import { randomProgram } from './random-journeys.ts';

const RUN_ID = 'run-1';

const EVENTS = [
  ...['Page Viewed', 'Price Requested', 'Email Clicked', 'Unsubscribed', 'WeCom Message Delivered', 'WeCom Message Not Delivered'],
  ...['SDR Accepted', 'SDR Disposition', 'Journey Ended', 'Content Sent', 'something else'],
];

const properties: fc.Arbitrary<JsonObject> = fc.record(
  {
    path: fc.constantFrom('/pricing', '/cases'),
    messageId: fc.constantFrom('m-1', 'm-2'),
    runId: fc.constantFrom(RUN_ID, 'other'),
    parentRunId: fc.constantFrom(RUN_ID, 'other'),
    group: fc.constantFrom('qualified', 'nurture', 'no such group'),
    disposition: fc.string({ maxLength: 5 }),
    outcome: fc.constantFrom('finished', 7),
    anything: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

/** Something the world may tell, sensible or not, after some time. */
const news: fc.Arbitrary<{ readonly after: number; readonly fact: Fact }> = fc.record({
  after: fc.constantFrom(0, 1, HOUR, DAY, 40 * DAY),
  fact: fc.oneof(
    fc.constant({ type: 'woken' } as const),
    fc.constant({ type: 'recheck' } as const),
    fc.constant({ type: 'entered', entry: 'entry' } as const),
    fc.record({ type: fc.constant('failed' as const), code: fc.string({ maxLength: 8 }) }),
    fc.record({
      type: fc.constant('performed' as const),
      outcome: fc.constantFrom('sent', 'skipped', 'failed', 'unknown', 'created', 'unreachable', 'nonsense'),
      result: properties,
    }),
    fc
      .record({ name: fc.constantFrom(...EVENTS), properties, at: fc.integer({ min: -3, max: 0 }) })
      .map(
        (event) =>
          ({ type: 'event', event: { id: `e-${event.name}-${event.at}`, name: event.name, at: event.at, properties: event.properties } }) as const,
      ),
  ),
});

interface Told {
  readonly decisions: readonly Decision[];
}

/** Tells a program a sequence of news and keeps what it answers. Goes through JSON each time, as the database does. */
function tell(program: Program, sequence: readonly { readonly after: number; readonly fact: Fact }[]): Told {
  let someone: LeadView = lead();
  let cursor: Cursor | null = null;
  let now = START;
  const decisions: Decision[] = [];
  const entered: Fact = { type: 'entered', entry: 'entry' };
  for (const { after, fact } of [{ after: 0, fact: entered }, ...sequence]) {
    now += after;
    const told: Fact = fact.type === 'event' ? { ...fact, event: { ...fact.event, at: now + fact.event.at * HOUR } } : fact;
    if (told.type === 'event') someone = { ...someone, events: [...someone.events, told.event] };
    const decision = advance(builtInNodeTypes, program, cursor, told, { now, lead: someone, timeZone: 'Asia/Shanghai', runId: RUN_ID });
    decisions.push(decision);
    cursor = JSON.parse(JSON.stringify(decision.cursor)) as Cursor;
    for (const [index, { effect }] of decision.effects.entries()) someone = applyEffect(someone, effect, { now, eventId: `${now}/${index}` });
    if (decision.directive.do === 'done') break;
  }
  return { decisions };
}

/** Real ms; a busy machine is slow. */
const PATIENCE = 60_000;

describe('any compiled program, whatever it is told', () => {
  const asked = fc.tuple(randomProgram, fc.array(news, { maxLength: 25 }));

  test(
    'never throws, never waits for nothing, and waits, performs or ends',
    () => {
      fc.assert(
        fc.property(asked, ([program, sequence]) => {
          for (const { directive, cursor } of tell(program, sequence).decisions) {
            if (directive.do === 'wait') expect(directive.until !== null || directive.events.length > 0).toBe(true);
            if (directive.do === 'wait') expect(cursor.waitsUntil).toBe(directive.until);
            if (directive.do === 'done') expect(directive.outcome).not.toBe('');
            expect(program.nodes[cursor.node]).toBeDefined();
          }
        }),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );

  test(
    'is never stopped by the machine itself',
    () => {
      fc.assert(
        fc.property(asked, ([program, sequence]) => {
          const failed = tell(program, sequence).decisions.flatMap(({ story }) => story.filter(({ kind }) => kind === 'failed'));
          expect(failed).toEqual([]);
        }),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );

  test(
    'answers the same to the same',
    () => {
      fc.assert(
        fc.property(asked, ([program, sequence]) => {
          expect(tell(program, sequence)).toEqual(tell(JSON.parse(JSON.stringify(program)) as Program, sequence));
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );

  test(
    'tells its story in sentences that both languages have',
    () => {
      fc.assert(
        fc.property(asked, ([program, sequence]) => {
          const said = tell(program, sequence).decisions.flatMap(({ story }) => story.map(({ because }) => because));
          for (const sentence of said)
            for (const locale of LOCALES) {
              const text = render(sentence, locale);
              expect(text).not.toMatch(/\{\{|undefined/);
              expect(text).not.toBe(sentence.code);
            }
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );

  test(
    'writes its cursor as plain JSON',
    () => {
      fc.assert(
        fc.property(asked, ([program, sequence]) => {
          for (const { cursor } of tell(program, sequence).decisions) expect(JSON.parse(JSON.stringify(cursor))).toEqual(cursor);
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );
});

describe('what is no sound program ends with a sentence, not with a throw', () => {
  const snapshot = { now: START, lead: lead(), timeZone: 'Asia/Shanghai', runId: RUN_ID };
  const program = (nodes: Program['nodes']): Program => ({
    ...{ format: 'tendril.program', programVersion: 1, hash: '', settings: {}, interrupts: [], reads: { events: [], attributes: [] } },
    entries: ['entry'],
    nodes,
  });
  const node = (id: string, kind: string, config: JsonObject, next: { readonly [port: string]: string }) => ({
    id,
    kind,
    version: 1,
    name: '',
    config,
    next,
  });
  const entry = node('entry', 'entry-manual', {}, { next: 'step' });
  const outcome = (nodes: Program['nodes'], fact: Fact = { type: 'entered', entry: 'entry' }) => {
    const { directive, story } = advance(builtInNodeTypes, program(nodes), null, fact, snapshot);
    return { directive, said: story.at(-1)?.because.code };
  };

  test.each<[string, Program['nodes'], string]>([
    ['a way to a step that is not there', { entry }, 'machine.unknown-node'],
    ['a kind this installation does not have', { entry, step: node('step', 'send-fax', {}, {}) }, 'machine.unknown-kind'],
    ['a config of another time', { entry, step: node('step', 'wait', { for: 'a while' }, { next: 'entry' }) }, 'machine.bad-config'],
    ['a way out that leads nowhere', { entry, step: node('step', 'merge', {}, {}) }, 'machine.bad-port'],
    ['steps that go round without a wait', { entry, step: node('step', 'merge', {}, { next: 'step' }) }, 'machine.runaway'],
  ])('%s', (_what, nodes, said) => {
    expect(outcome(nodes)).toEqual({ directive: { do: 'done', outcome: 'error' }, said });
  });

  test('a lead that goes on before it came in, or comes in where no entry is', () => {
    expect(outcome({ entry }, { type: 'woken' }).said).toBe('machine.not-started');
    expect(outcome({ entry }, { type: 'entered', entry: 'step' }).said).toBe('machine.no-entry');
  });
});
