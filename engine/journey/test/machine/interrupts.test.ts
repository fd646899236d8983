import { describe, expect, test } from 'vitest';
import { interruptPatterns } from '../../src/machine/index.ts';
import type { JsonObject } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { journey } from '../journey-builder.ts';
import { event, START } from '../lead.ts';
import { Traveller } from './traveller.ts';

const won = { name: '成交', when: { event: { event: 'Deal Won' } } };
const unsubscribed = { outcome: 'unsubscribed', when: { event: { event: 'Unsubscribed' } } };

const waiting = (settings: JsonObject) =>
  journey('waiting').settings(settings).step('entry', 'entry-manual', {}, 'wait').step('wait', 'wait', { for: '30d' }, 'end').exit('end').program();

describe('a goal', () => {
  test('ends a long wait at once, not when it is over', () => {
    const traveller = new Traveller(waiting({ goal: won })).enter('entry').days(1).does('Deal Won');
    expect(traveller.told.at(-1)).toBe('day 1  Reached the goal “成交”: Deal Won');
    expect(traveller.directive).toEqual({ do: 'done', outcome: 'goal' });
  });

  test('does not count what happened before the lead came in', () => {
    const traveller = new Traveller(waiting({ goal: won }), { events: [event('Deal Won', -1)] }).enter('entry');
    expect(traveller.directive).toMatchObject({ do: 'wait' });
  });

  test('does not count the event by which the lead came in', () => {
    const program = journey('x')
      .settings({ goal: won })
      .step('entry', 'entry-event', { event: 'Deal Won' }, 'wait')
      .step('wait', 'wait', {}, 'end')
      .exit('end')
      .program();
    expect(new Traveller(program).enter('entry', event('Deal Won', 0)).directive).toMatchObject({ do: 'wait' });
  });

  test('that is a condition and held before is not counted as reached here', () => {
    const goal = { name: '成交', when: { condition: { test: { of: 'stage' }, operator: 'is', value: 'customer' } } };
    expect(new Traveller(waiting({ goal }), { stage: 'customer' }).enter('entry').directive).toEqual({ do: 'done', outcome: 'goal-before-entry' });
    const later = new Traveller(waiting({ goal })).enter('entry');
    expect(later.directive).toMatchObject({ events: [{ event: '*' }] });
    later.lead = { ...later.lead, stage: 'customer' };
    expect(later.does('Page Viewed').directive).toEqual({ do: 'done', outcome: 'goal' });
  });

  test('reached by the journey’s own doing is seen in the same step', () => {
    const goal = { name: 'silent', when: { condition: { test: { of: 'pool' }, operator: 'is', value: 'silent' } } };
    const program = journey('x')
      .settings({ goal })
      .step('entry', 'entry-manual', {}, 'move')
      .step('move', 'move-to-pool', { pool: 'silent' }, 'mail')
      .step('mail', 'send-email', { template: 'x', topic: 'nurture' }, 'end')
      .exit('end')
      .program();
    expect(new Traveller(program).enter('entry').directive).toEqual({ do: 'done', outcome: 'goal' });
  });

  test('reached while a message was being sent is seen as soon as that is told', () => {
    const program = journey('x')
      .settings({ goal: won })
      .step('entry', 'entry-manual', {}, 'mail')
      .step('mail', 'send-email', { template: 'x', topic: 'nurture' }, 'wait')
      .step('wait', 'wait', {}, 'end')
      .exit('end')
      .program();
    const traveller = new Traveller(program).enter('entry').does('Deal Won').performed('sent');
    expect(traveller.told.slice(-2)).toEqual(['day 0  The email “x” was sent', 'day 0  Reached the goal “成交”: Deal Won']);
  });
});

describe('a condition to leave', () => {
  test('takes the lead out under its own outcome', () => {
    const traveller = new Traveller(waiting({ exits: [unsubscribed] })).enter('entry').days(3).does('Unsubscribed');
    expect(traveller.directive).toEqual({ do: 'done', outcome: 'unsubscribed' });
  });

  test('closes the hand-off the lead is in', () => {
    const ports = ['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'];
    const program = journey('x')
      .settings({ exits: [unsubscribed] })
      .step('entry', 'entry-manual', {}, 'sdr')
      .step('sdr', 'hand-to-sdr', {}, Object.fromEntries(ports.map((port) => [port, 'end'])))
      .exit('end')
      .program();
    const traveller = new Traveller(program).enter('entry').does('Unsubscribed');
    expect(traveller.effects.map(({ type }) => type)).toEqual(['open-handoff', 'expire-handoff']);
  });
});

describe('a goal on the canvas', () => {
  const program = journey('fast track')
    .step('entry', 'entry-manual', {}, 'wait')
    .step('wait', 'wait', { for: '30d' }, 'end')
    .step('fast', 'goal', { goal: '高意向', events: [{ event: 'Price Requested' }] }, 'second')
    .step('second', 'wait', { for: '5d' }, 'hot')
    .exit('end', 'hot')
    .program();

  test('takes the lead to itself from wherever it is, once', () => {
    const traveller = new Traveller(program).enter('entry').days(2).does('Price Requested');
    expect(traveller.way.slice(-3)).toEqual(['2 fast', '2 fast:next', '2 second…']);
    expect(traveller.told.at(-3)).toBe('day 2  Was taken here from where it was: price request');
    traveller.days(1).does('Price Requested');
    expect(traveller.way.at(-1)).toBe('2 second…');
    expect(traveller.days(5).directive).toEqual({ do: 'done', outcome: 'hot' });
  });

  test('tells the runtime what a waiting lead has to hear of, until it has been there', () => {
    const traveller = new Traveller(program).enter('entry');
    expect(traveller.directive).toMatchObject({ events: [{ event: 'Price Requested', since: START }] });
    traveller.does('Price Requested');
    if (traveller.cursor === null) return expect.unreachable();
    expect(interruptPatterns(builtInNodeTypes, program, traveller.cursor)).toEqual([]);
  });
});

describe('a holdout', () => {
  const outcomes = (percent: number) =>
    Array.from(
      { length: 400 },
      (_, index) => new Traveller(waiting({ holdoutPercent: percent }), { id: `lead-${index}` }).enter('entry').directive?.do,
    );

  test('keeps about its share of leads back', () => {
    const held = outcomes(25).filter((directive) => directive === 'done').length;
    expect(held).toBeGreaterThan(70);
    expect(held).toBeLessThan(130);
  });

  test('of nothing keeps nobody, of everything everybody', () => {
    expect(new Set(outcomes(0))).toEqual(new Set(['wait']));
    expect(new Set(outcomes(100))).toEqual(new Set(['done']));
  });

  test('always holds the same leads', () => {
    expect(outcomes(25)).toEqual(outcomes(25));
  });
});
