import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant, type Millis, type SendingRules } from '../../src/model/index.ts';
import { quietUntil } from '../../src/sending/index.ts';
import { parseDuration } from '../../src/time/index.ts';
import { ManyMessages } from './many-messages.ts';

const START = Date.UTC(2026, 2, 2, 2);
const LEADS = ['ann', 'bob', 'cy'] as const;

const cap = fc.record({
  channel: fc.constantFrom('any' as const, 'email' as const),
  count: fc.integer({ min: 1, max: 3 }),
  per: fc.constantFrom('1d', '3d', '7d'),
});
const rules: fc.Arbitrary<SendingRules> = fc.record({
  leadCaps: fc.array(cap, { maxLength: 2 }),
  companyCaps: fc.array(cap, { maxLength: 1 }),
  minimumGap: fc.constantFrom(null, '4h', '1d'),
  quietHours: fc.constantFrom(null, { from: '21:00', to: '08:00' }, { from: '12:00', to: '13:00' }),
  silence: fc.constantFrom('off' as const, 'open' as const),
  giveUpAfter: fc.constantFrom(null, '5d'),
});
const move = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    lead: fc.constantFrom(...LEADS),
    channel: fc.constantFrom('email' as const, 'wecom' as const),
    marketing: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    priority: fc.constantFrom(10, 50, 90),
  }),
  fc.record({ do: fc.constant('pass' as const), time: fc.integer({ min: 1, max: 2 * DAY }) }),
  fc.record({ do: fc.constant('claim' as const), nth: fc.nat(50) }),
);

/** Takes a world through its moves and then to its end, choosing whose turn it is by the numbers given. */
function live(given: { rules: SendingRules; moves: readonly (typeof move extends fc.Arbitrary<infer M> ? M : never)[]; turns: readonly number[] }) {
  const talks = new Map([['ann', { since: START, until: START + 2 * DAY }]]);
  const world = new ManyMessages(given.rules, { start: START, talks });
  for (const step of given.moves) {
    if (step.do === 'ask') world.ask(step);
    else if (step.do === 'pass') world.now += step.time;
    else {
      const message = world.messages[step.nth % Math.max(1, world.messages.length)];
      if (message !== undefined) world.claim(message);
    }
  }
  let turn = 0;
  world.drain((among) => {
    turn += 1;
    return among[(given.turns[turn % given.turns.length] ?? 0) % among.length] as (typeof among)[number];
  });
  return world;
}

const worlds = fc.record({
  rules,
  moves: fc.array(move, { minLength: 1, maxLength: 25 }),
  turns: fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
});

function mostWithin(times: readonly Instant[], per: Millis): number {
  return Math.max(0, ...times.map((first) => times.filter((time) => time >= first && time < first + per).length));
}

describe('whatever the order in which messages are planned and taken', () => {
  test('no stretch of time ever has more than a cap allows, none is closer than the gap, and none goes in quiet hours', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const world = live(given);
        for (const { channel, count, per } of given.rules.leadCaps) {
          for (const lead of LEADS) {
            const times = world.gone((message) => message.marketing && message.lead === lead && (channel === 'any' || message.channel === channel));
            expect(mostWithin(times, parseDuration(per) ?? 0)).toBeLessThanOrEqual(count);
          }
        }
        for (const { channel, count, per } of given.rules.companyCaps) {
          const times = world.gone((message) => message.marketing && (channel === 'any' || message.channel === channel));
          expect(mostWithin(times, parseDuration(per) ?? 0)).toBeLessThanOrEqual(count);
        }
        const gap = given.rules.minimumGap === null ? 0 : (parseDuration(given.rules.minimumGap) ?? 0);
        for (const lead of LEADS) {
          const times = world.gone((message) => message.marketing && message.lead === lead);
          for (const [index, time] of times.entries()) if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap);
        }
        for (const { at } of world.messages.filter(({ state }) => state === 'gone')) expect(quietUntil(given.rules.quietHours, at, 'UTC')).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('every message goes or is given up, and without a limit of waiting every one goes', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const states = live(given).messages.map(({ state }) => state);
        expect(states.filter((state) => state !== 'gone' && state !== 'never')).toEqual([]);
        if (given.rules.giveUpAfter === null) expect(states).not.toContain('never');
      }),
      { numRuns: 400 },
    );
  });

  test('nothing marketing goes to a lead while an SDR has it', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const world = live({ ...given, rules: { ...given.rules, silence: 'open' } });
        const early = world.gone(({ lead, marketing }) => lead === 'ann' && marketing).filter((at) => at < START + 2 * DAY);
        expect(early).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('of those that ask at one moment the one of the highest priority goes first', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([10, 30, 50, 70, 90], { minLength: 2 }),
        fc.array(fc.nat(9), { minLength: 3, maxLength: 9 }),
        (priorities, turns) => {
          const once: SendingRules = {
            leadCaps: [{ channel: 'any', count: 1, per: '7d' }],
            companyCaps: [],
            minimumGap: null,
            quietHours: null,
            silence: 'off',
            giveUpAfter: null,
          };
          const world = new ManyMessages(once, { start: START + 8 * HOUR });
          for (const priority of priorities) world.ask({ lead: 'ann', channel: 'email', marketing: true, priority });
          let turn = 0;
          world.drain((among) => {
            turn += 1;
            return among[(turns[turn % turns.length] ?? 0) % among.length] as (typeof among)[number];
          });
          const order = world.messages.toSorted((a, b) => a.at - b.at).map(({ priority }) => priority);
          expect(order).toEqual(priorities.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});
