import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { advance, applyEffect } from '../../src/machine/index.ts';
import type { Cursor, Decision, Fact, Instant, LeadView, Program } from '../../src/model/index.ts';
import { DAY } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { lead, START } from '../lead.ts';
import { randomDrawing } from './random-journeys.ts';

const ANSWERS = ['sent', 'created', 'unknown', 'failed'] as const;

/** Takes a lead to the end of a program: effects are answered at once, waits end on time or by an event before. */
function timeInside(program: Program, choices: readonly number[]): number {
  let someone: LeadView = lead({ messages: [] });
  let cursor: Cursor | null = null;
  let now: Instant = START;
  let fact: Fact = { type: 'entered', entry: 'entry' };
  for (let turn = 0; turn < 2_000; turn += 1) {
    const decision: Decision = advance(builtInNodeTypes, program, cursor, fact, { now, lead: someone, timeZone: 'Asia/Shanghai', runId: 'run-1' });
    for (const [index, { effect }] of decision.effects.entries()) someone = applyEffect(someone, effect, { now, eventId: `${turn}/${index}` });
    cursor = decision.cursor;
    const { directive } = decision;
    const choice = choices[turn % choices.length] ?? 0;
    if (directive.do === 'done') return now - START;
    if (directive.do === 'perform') {
      fact = { type: 'performed', outcome: ANSWERS[choice % ANSWERS.length] ?? 'sent', result: { messageId: `m-${turn}` } };
      continue;
    }
    const [pattern] = directive.events;
    const until = directive.until ?? Number.POSITIVE_INFINITY;
    const soon = now + (choice % 7) * DAY;
    if (pattern !== undefined && choice % 3 === 0 && soon < until) {
      now = soon;
      const properties = Object.fromEntries((pattern.where ?? []).map(({ property, value }) => [property, value ?? null]));
      const event = { id: `e-${turn}`, name: pattern.event === '*' ? 'Page Viewed' : pattern.event, at: now, properties };
      someone = { ...someone, events: [...someone.events, event] };
      fact = { type: 'event', event };
    } else {
      now = until;
      fact = { type: 'woken' };
    }
  }
  throw new Error('The lead never came to an end.');
}

test('no lead is in a journey for longer than the compiler says', () => {
  let limited = 0;
  fc.assert(
    fc.property(randomDrawing, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (document, choices) => {
      const compiled = compile(document, { nodeTypes: builtInNodeTypes });
      const longest = compiled.diagnostics.find(({ code }) => code === 'J507')?.params['longest'];
      if (!compiled.ok || typeof longest !== 'number') return;
      limited += 1;
      expect(timeInside(compiled.program, choices)).toBeLessThanOrEqual(longest);
    }),
    { numRuns: 600 },
  );
  expect(limited).toBeGreaterThan(50);
}, 60_000);
