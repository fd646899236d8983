import { describe, expect, test } from 'vitest';
import type { JsonObject, LeadView } from '../../src/model/index.ts';
import { DAY } from '../../src/model/index.ts';
import { journey } from '../journey-builder.ts';
import { event, START } from '../lead.ts';
import { Traveller } from './traveller.ts';

function around(kind: string, config: JsonObject, ports: readonly string[]) {
  const to = Object.fromEntries(ports.map((port) => [port, `at-${port}`]));
  return journey(kind)
    .step('entry', 'entry-manual', {}, 'step')
    .step('step', kind, config, to)
    .exit(...ports.map((port) => `at-${port}`))
    .program();
}

const way = (program: ReturnType<typeof around>, given: Partial<LeadView> = {}) => new Traveller(program, given).enter('entry').way.at(-1);

describe('if / else', () => {
  const condition = { test: { of: 'attribute', field: 'budget' }, operator: 'gte', value: 100_000 };

  test('takes the way of its condition and says on which value', () => {
    const program = around('if-else', { condition }, ['yes', 'no']);
    expect(new Traveller(program, { attributes: { budget: 250_000 } }).enter('entry').told[1]).toBe('day 0  The condition holds: budget is 250000');
    expect(way(program, { attributes: { budget: 5 } })).toBe('0 at-no.');
  });

  test('does not take unknown for no, if the marketer wants to know', () => {
    expect(way(around('if-else', { condition }, ['yes', 'no']), { attributes: {} })).toBe('0 at-no.');
    const apart = around('if-else', { condition, unknown: 'own-port' }, ['yes', 'no', 'unknown']);
    expect(way(apart, { attributes: {} })).toBe('0 at-unknown.');
  });

  test('names the leaf that decided', () => {
    const all = { all: [{ test: { of: 'pool' }, operator: 'is', value: 'nurture' }, condition] };
    const program = around('if-else', { condition: all }, ['yes', 'no']);
    expect(new Traveller(program, { attributes: { budget: 5 } }).enter('entry').told[1]).toBe('day 0  The condition does not hold: budget is 5');
  });
});

test('a branch takes the first way that holds, and what fits none goes on by the rest', () => {
  const at = (value: number) => ({ test: { of: 'score', dimension: 'total' }, operator: 'gte', value });
  const branches = [
    { id: 'hot', label: '热', condition: at(80) },
    { id: 'warm', label: '温', condition: at(40) },
  ];
  const program = around('branch', { branches }, ['hot', 'warm', 'else']);
  const score = (total: number) => ({ score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total } });
  expect([90, 50, 5].map((total) => way(program, score(total)))).toEqual(['0 at-hot.', '0 at-warm.', '0 at-else.']);
  expect(new Traveller(program, score(50)).enter('entry').told[1]).toBe('day 0  Takes “温”: total score is 50');
});

describe('a score gate', () => {
  const outcomes = [
    { id: 'fast', combine: 'all', minIntent: 'high', minScore: 50 },
    { id: 'high', combine: 'any', minScore: 80, grades: ['A1', 'A2'] },
  ];
  const program = around('score-gate', { outcomes }, ['fast', 'high', 'low']);
  const of = (total: number, intent: LeadView['intent'], grade: string | null) =>
    way(program, { intent, grade, score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total } });

  test('has two inputs: score or grade, and intent', () => {
    expect(of(60, 'high', null)).toBe('0 at-fast.');
    expect(of(60, 'low', null)).toBe('0 at-low.');
    expect(of(85, 'none', null)).toBe('0 at-high.');
    expect(of(0, 'none', 'A2')).toBe('0 at-high.');
    expect(of(0, 'none', 'A3')).toBe('0 at-low.');
    expect(of(0, 'none', null)).toBe('0 at-low.');
  });
});

describe('the outcome of an earlier step', () => {
  const paths = [
    { id: 'engaged', outcomes: ['clicked', 'replied'] },
    { id: 'sent', outcomes: ['sent'] },
  ];
  const program = journey('outcome')
    .step('entry', 'entry-manual', {}, 'mail')
    .step('mail', 'send-email', { template: 'x', topic: 'nurture' }, 'wait')
    .step('wait', 'wait', { for: '2d' }, 'step')
    .step('step', 'earlier-outcome', { node: 'mail', paths }, { engaged: 'engaged', sent: 'sent', else: 'else' })
    .exit('engaged', 'sent', 'else')
    .program();
  const mailed = (given: Partial<LeadView> = {}) => new Traveller(program, given).enter('entry').performed('sent', { messageId: 'm-1' });

  test('knows a click by a person from one by a machine, and on this mail from one on another', () => {
    expect(mailed().does('Email Clicked', { messageId: 'm-1', human: true }).days(2).way.at(-1)).toBe('2 engaged.');
    expect(mailed().does('Email Clicked', { messageId: 'm-1', human: false }).days(2).way.at(-1)).toBe('2 sent.');
    expect(mailed().does('Email Clicked', { messageId: 'm-9', human: true }).days(2).way.at(-1)).toBe('2 sent.');
  });

  test('of a mail that was skipped is not "sent"', () => {
    expect(new Traveller(program, { consent: {} }).enter('entry').days(2).way.at(-1)).toBe('2 else.');
  });

  test('of a step the lead has not been at takes the rest', () => {
    const early = journey('early')
      .step('entry', 'entry-manual', {}, 'fork')
      .step('fork', 'if-else', { condition: { test: { of: 'pool' }, operator: 'is', value: 'silent' } }, { yes: 'mail', no: 'step' })
      .step('mail', 'send-email', { template: 'x', topic: 'nurture' }, 'wait')
      .step('wait', 'wait', {}, 'step')
      .step('step', 'earlier-outcome', { node: 'mail', paths }, { engaged: 'end', sent: 'end', else: 'else' })
      .exit('end', 'else')
      .program();
    expect(new Traveller(early).enter('entry').way.at(-1)).toBe('0 else.');
  });
});

describe('a random split', () => {
  const arms = [
    { id: 'a', weight: 60 },
    { id: 'b', weight: 30 },
    { id: 'control', weight: 10, control: true },
  ];
  const split = (experiment: string) => around('random-split', { experiment, arms }, ['a', 'b', 'control']);
  const armsOf = (program: ReturnType<typeof split>) => Array.from({ length: 1_000 }, (_, index) => way(program, { id: `lead-${index}` }));

  test('divides by weight', () => {
    const taken = armsOf(split('subject'));
    const share = (arm: string) => taken.filter((one) => one === `0 at-${arm}.`).length / 1_000;
    expect(share('a')).toBeCloseTo(0.6, 1);
    expect(share('b')).toBeCloseTo(0.3, 1);
    expect(share('control')).toBeCloseTo(0.1, 1);
  });

  test('puts the same lead into the same arm whenever it comes, and differently in another experiment', () => {
    expect(armsOf(split('subject'))).toEqual(armsOf(split('subject')));
    expect(armsOf(split('subject'))).not.toEqual(armsOf(split('button')));
  });
});

test('a go-to goes back so many times and then on', () => {
  const program = journey('rounds')
    .step('entry', 'entry-manual', {}, 'wait')
    .step('wait', 'wait', { for: '1d' }, 'again')
    .step('again', 'go-to', { times: 2 }, { next: 'wait', exhausted: 'end' })
    .exit('end')
    .program();
  expect(new Traveller(program).enter('entry').days(9).way).toEqual([
    ...['0 entry:next', '0 wait…', '1 wait:next', '1 again:next', '1 wait…', '2 wait:next', '2 again:next', '2 wait…'],
    ...['3 wait:next', '3 again:exhausted', '3 end.'],
  ]);
});

describe('a hand-off', () => {
  const ports = ['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'];
  const sdr = (config: JsonObject = {}) => around('hand-to-sdr', config, ports);

  test('says why this lead, strongest reason first', () => {
    const events = [event('Content Downloaded', -3), event('Price Requested', -1), event('Price Requested', -2)];
    const traveller = new Traveller(sdr(), { intent: 'high', grade: 'B2', events }).enter('entry');
    const [open] = traveller.effects;
    if (open?.type !== 'open-handoff') return expect.unreachable();
    expect(open.why.map(({ code, params }) => [code, params['event'] ?? params['intent'] ?? params['grade']])).toEqual([
      ['hand-to-sdr.why-intent', 'high'],
      ['hand-to-sdr.why-score', 'B2'],
      ['hand-to-sdr.why-event', 'Price Requested'],
      ['hand-to-sdr.why-event', 'Content Downloaded'],
    ]);
    expect(open).toMatchObject({ acceptBy: START + DAY / 6, respondBy: START + 5 * DAY });
  });

  test.each(ports.slice(0, 5))('goes on by the group of its disposition: %s', (group) => {
    const traveller = new Traveller(sdr()).enter('entry').days(1);
    traveller.does('SDR Disposition', { runId: 'run-1', disposition: `our own word for ${group}`, group });
    expect(traveller.way.at(-1)).toBe(`1 at-${group}.`);
    expect(traveller.cursor?.outcomes['step']).toMatchObject({ outcome: `our own word for ${group}` });
  });

  test('hears nothing of the disposition of another run', () => {
    const traveller = new Traveller(sdr()).enter('entry').does('SDR Disposition', { runId: 'run-2', group: 'lost' });
    expect(traveller.directive).toMatchObject({ do: 'wait' });
  });

  test('is closed when nobody answers in time', () => {
    const traveller = new Traveller(sdr()).enter('entry').days(5);
    expect(traveller.way.at(-1)).toBe('5 at-no-response.');
    expect(traveller.effects.at(-1)).toEqual({ type: 'expire-handoff' });
  });

  test('can be taken back when nobody accepts it in time, but not from somebody who has', () => {
    const impatient = { acceptWithin: '1d', whenNotAccepted: 'give-up' };
    expect(new Traveller(sdr(impatient)).enter('entry').days(2).told.at(-2)).toBe('day 1  No SDR accepted within 1 day');
    const accepted = new Traveller(sdr(impatient)).enter('entry').does('SDR Accepted', { runId: 'run-1', handoffId: 'h' }).days(2);
    expect(accepted.directive).toMatchObject({ do: 'wait', until: START + 5 * DAY });
  });

  test('a second time in one run waits for an answer of its own', () => {
    const program = journey('twice')
      .step('entry', 'entry-manual', {}, 'sdr')
      .step('sdr', 'hand-to-sdr', {}, { ...Object.fromEntries(ports.map((port) => [port, 'end'])), nurture: 'again' })
      .step('again', 'go-to', { times: 3 }, { next: 'sdr', exhausted: 'end' })
      .exit('end')
      .program();
    const traveller = new Traveller(program).enter('entry').does('SDR Disposition', { runId: 'run-1', group: 'nurture', disposition: 'nurture' });
    traveller.hears({ type: 'recheck' });
    expect(traveller.cursor).toMatchObject({ node: 'sdr', visits: { sdr: 2 } });
    expect(traveller.directive).toMatchObject({ do: 'wait' });
  });
});

describe('a sub-journey', () => {
  const program = around('sub-journey', { journey: 'child', timeout: '10d' }, ['next', 'timeout']);

  test('returns with the outcome of the journey it called', () => {
    const traveller = new Traveller(program).enter('entry');
    expect(traveller.effects).toEqual([{ type: 'start-journey', journey: 'child' }]);
    traveller.days(3).does('Journey Ended', { parentRunId: 'run-1', outcome: 'qualified' });
    expect(traveller.told.at(-2)).toBe('day 3  The journey “child” ended as “qualified”');
    expect(traveller.cursor?.outcomes['step']).toMatchObject({ outcome: 'qualified' });
  });

  test('is not waited for longer than it may take', () => {
    expect(new Traveller(program).enter('entry').days(10).way.at(-1)).toBe('10 at-timeout.');
  });

  test('that is only started is not waited for at all', () => {
    expect(way(around('sub-journey', { journey: 'child', wait: false }, ['next']))).toBe('0 at-next.');
  });
});
