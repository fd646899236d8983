import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/index.ts';
import { DAY, HOUR } from '../../src/model/index.ts';
import { journey } from '../journey-builder.ts';
import { event, START } from '../lead.ts';
import { Traveller } from './traveller.ts';

/** entry → one step → an exit per way out. */
function around(kind: string, config: JsonObject, ports: readonly string[] = ['next']) {
  const to = Object.fromEntries(ports.map((port) => [port, `at-${port}`]));
  return journey(kind)
    .step('entry', 'entry-manual', {}, 'step')
    .step('step', kind, config, to)
    .exit(...ports.map((port) => `at-${port}`))
    .program();
}

const untilOf = ({ directive }: Traveller) => (directive?.do === 'wait' ? directive.until : directive);

describe('a wait', () => {
  test('of days counts 24 hours each, whatever the clocks on the wall do', () => {
    const traveller = new Traveller(around('wait', { for: '2d' }), { timeZone: 'Europe/Berlin' }).enter('entry');
    expect(untilOf(traveller)).toBe(START + 2 * DAY);
  });

  test('of calendar days keeps the time of day through a change of clocks', () => {
    const program = around('wait', { for: '30d', counting: 'calendar-days' });
    // From 2 March 03:00 in Berlin to 1 April 03:00, with summer time from 29 March: an hour less than 30 days.
    expect(untilOf(new Traveller(program, { timeZone: 'Europe/Berlin' }).enter('entry'))).toBe(START + 30 * DAY - HOUR);
    expect(untilOf(new Traveller(program).enter('entry'))).toBe(START + 30 * DAY);
  });

  test('of calendar days can end at a time of that day in the lead’s zone', () => {
    const program = around('wait', { for: '1d', counting: 'calendar-days', at: '09:00' });
    expect(untilOf(new Traveller(program).enter('entry'))).toBe(START + DAY - HOUR);
  });

  test('of workdays passes over the weekend, and in China over holidays too', () => {
    // Monday 2 March + 5 workdays = Monday 9 March.
    expect(untilOf(new Traveller(around('wait', { for: '5d', counting: 'workdays' })).enter('entry'))).toBe(START + 7 * DAY);
    // Monday 30 March + 5 workdays: the Qingming holiday is 4 to 6 April 2026.
    const late = new Traveller(around('wait', { for: '5d', counting: 'china-workdays' }));
    late.now = START + 28 * DAY;
    expect(untilOf(late.enter('entry'))).toBe(START + (28 + 8) * DAY);
  });

  test('moves with the lead: a change of zone is seen at the next look', () => {
    const traveller = new Traveller(around('wait', { for: '1d', counting: 'calendar-days', at: '09:00' })).enter('entry');
    traveller.lead = { ...traveller.lead, timeZone: 'America/New_York' };
    traveller.hears({ type: 'recheck' });
    // 2 March 10:00 in Shanghai is 1 March 21:00 in New York; the next day there at 09:00 is 22:00 in Shanghai.
    expect(untilOf(traveller)).toBe(START + 12 * HOUR);
  });

  test('that merely goes on is not told again', () => {
    const traveller = new Traveller(around('wait', { for: '2d' })).enter('entry');
    const before = traveller.told.length;
    traveller.hears({ type: 'recheck' });
    expect(traveller.told.length).toBe(before);
  });
});

describe('a wait until a date', () => {
  const renewal = { what: 'attribute', attribute: 'renewalDate', offsetDays: -7, at: '09:00', whenPast: 'own-port' };
  const program = around('wait-until', renewal, ['next', 'past', 'unknown']);

  test('of the lead counts days before it in the lead’s zone', () => {
    const traveller = new Traveller(program, { attributes: { renewalDate: '2026-03-20' } }).enter('entry');
    expect(untilOf(traveller)).toBe(START + 11 * DAY - HOUR);
    expect(traveller.days(11).way.at(-1)).toBe('10 at-next.');
  });

  test('that is past on arrival takes the way for it', () => {
    expect(new Traveller(program, { attributes: { renewalDate: '2026-01-20' } }).enter('entry').way.at(-1)).toBe('0 at-past.');
  });

  test('that nobody knows takes the way for that', () => {
    expect(new Traveller(program, { attributes: { renewalDate: 'soon' } }).enter('entry').way.at(-1)).toBe('0 at-unknown.');
  });

  test('is corrected by whoever corrects the date', () => {
    const traveller = new Traveller(program, { attributes: { renewalDate: '2026-03-20' } }).enter('entry');
    traveller.lead = { ...traveller.lead, attributes: { renewalDate: '2026-06-20' } };
    expect(untilOf(traveller.days(12))).toBeGreaterThan(START + 90 * DAY);
  });
});

test('a window opens on workdays in the hours of the lead’s zone', () => {
  const program = around('wait-for-window', { weekdays: [2, 3, 4], from: '09:30', to: '17:30' });
  const traveller = new Traveller(program).enter('entry'); // Monday 10:00
  expect(traveller.told.at(-1)).toBe('day 0  Outside the window; waits until Mar 3, 2026, 09:30 (Asia/Shanghai)');
  expect(traveller.days(1).way.at(-1)).toBe('0 at-next.');
});

describe('a wait for an event', () => {
  const pricing = { event: 'Page Viewed', where: [{ property: 'path', operator: 'starts-with', value: '/pricing' }] };
  const ports = ['happened', 'timeout'];

  test('ends when it happens', () => {
    const traveller = new Traveller(around('wait-for-event', { events: [pricing], timeout: '3d' }, ports)).enter('entry');
    traveller.days(1).does('Page Viewed', { path: '/cases' });
    expect(traveller.directive).toMatchObject({ do: 'wait' });
    traveller.does('Page Viewed', { path: '/pricing' });
    expect(traveller.way.at(-1)).toBe('1 at-happened.');
  });

  test('times out when it does not', () => {
    const traveller = new Traveller(around('wait-for-event', { events: [pricing], timeout: '3d' }, ports)).enter('entry').days(3);
    expect(traveller.told.at(-2)).toBe('day 3  No page view within 3 days');
  });

  test('does not count what happened before, unless it says how far it looks back', () => {
    const events = [event('Page Viewed', -5, { path: '/pricing' })];
    const never = new Traveller(around('wait-for-event', { events: [pricing] }, ports), { events }).enter('entry');
    expect(never.directive).toMatchObject({ do: 'wait' });
    const back = new Traveller(around('wait-for-event', { events: [pricing], lookBack: '7d' }, ports), { events }).enter('entry');
    expect(back.told.at(-2)).toBe('day 0  Had happened before the lead came here: page view, at Feb 25, 2026, 10:00');
  });

  test('looks once more when its time is up, so that an event whose news was late is not missed', () => {
    const traveller = new Traveller(around('wait-for-event', { events: [pricing], timeout: '3d' }, ports)).enter('entry');
    traveller.lead = { ...traveller.lead, events: [event('Page Viewed', 2, { path: '/pricing' })] };
    expect(traveller.days(3).way.at(-1)).toBe('3 at-happened.');
  });

  test('can wait for a condition, which anything the lead does may bring about', () => {
    const condition = { test: { of: 'score', dimension: 'total' }, operator: 'gte', value: 80 };
    const traveller = new Traveller(around('wait-for-event', { condition }, ports)).enter('entry');
    expect(traveller.directive).toMatchObject({ events: [{ event: '*' }] });
    traveller.lead = { ...traveller.lead, score: { ...traveller.lead.score, total: 90 } };
    expect(traveller.does('Page Viewed').told.at(-2)).toBe('day 0  The condition holds: total score is 90');
  });

  test('in a loop wants a new event each round', () => {
    const program = journey('rounds')
      .step('entry', 'entry-manual', {}, 'click')
      .step(
        'click',
        'wait-for-event',
        { events: [{ event: 'Email Clicked' }], timeout: '30d', lookBack: '30d' },
        { happened: 'again', timeout: 'end' },
      )
      .step('again', 'go-to', { times: 5 }, { next: 'click', exhausted: 'end' })
      .exit('end')
      .program();
    const traveller = new Traveller(program).enter('entry').does('Email Clicked');
    expect(traveller.cursor?.visits).toMatchObject({ click: 2 });
    expect(traveller.days(1).does('Email Clicked').cursor?.visits).toMatchObject({ click: 3 });
    expect(traveller.days(30).way.slice(-2)).toEqual(['31 click:timeout', '31 end.']);
  });
});
