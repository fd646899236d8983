import { DAY } from '@tendril/journey/model';
import { type ForecastOptions, inventLeads, simulateMany } from '@tendril/journey/simulator';
import { preNurtureSop } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { compiled, laboratoryOf } from './laboratory.ts';

const sop = laboratoryOf(compiled(preNurtureSop));
const leads = inventLeads(200, 'test');
const options: ForecastOptions = { leads, start: Date.UTC(2026, 2, 2, 2), arriveOver: 10 * DAY, horizon: 60 * DAY, seed: 1 };
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a forecast', () => {
  const forecast = simulateMany(sop, options);

  test('accounts for every lead', () => {
    expect(forecast.refused + forecast.inside + sum(Object.values(forecast.outcomes))).toBe(200);
    expect(sum(forecast.days.map(({ arrived }) => arrived))).toBe(200);
    expect(sum(forecast.days.map(({ handoffs }) => handoffs))).toBe(forecast.handoffs);
    expect(sum(Object.values(forecast.steps).map(({ here }) => here))).toBe(forecast.inside);
    for (const { entered, here, left } of Object.values(forecast.steps).filter(({ left }) => Object.keys(left).length > 0))
      expect(here + sum(Object.values(left))).toBe(entered);
  });

  test('spreads arrivals and messages over the days', () => {
    expect(forecast.days).toHaveLength(60);
    expect(forecast.days.slice(0, 10).map(({ arrived }) => arrived)).toEqual(Array.from({ length: 10 }, () => 20));
    const mails = sum(forecast.days.map(({ messages }) => messages['email'] ?? 0));
    expect(mails).toBeGreaterThan(150);
    expect(mails).toBeLessThanOrEqual(400);
    expect(forecast.messagesPerLead.most).toBeLessThanOrEqual(3);
    expect(forecast.duration?.median).toBeGreaterThanOrEqual(DAY);
  });

  test('goes the same way again, and another way with another seed', () => {
    expect(simulateMany(sop, options)).toEqual(forecast);
    expect(simulateMany(sop, { ...options, seed: 2 })).not.toEqual(forecast);
  });

  test('follows the shares a marketer gives', () => {
    const never = simulateMany(sop, { ...options, shares: { sdr: [1, 0, 0, 0, 0] } });
    expect(Object.keys(never.steps['sdr']?.left ?? {})).toEqual(['qualified']);
  });

  test('of nobody is empty', () => {
    expect(simulateMany(sop, { ...options, leads: [] })).toMatchObject({ leads: 0, duration: null, messagesPerLead: { mean: 0, most: 0 } });
  });
});

test('1,000 leads over 30 steps take less than a second', () => {
  const drip = journey('drip').step('in', 'entry-new-lead', {}, 'mail-1');
  for (let index = 1; index <= 9; index += 1) {
    drip
      .step(`mail-${index}`, 'send-email', { template: `mail-${index}`, topic: 'nurture' }, `watch-${index}`)
      .step(
        `watch-${index}`,
        'wait-for-event',
        { events: [{ event: 'Page Viewed' }], timeout: '3d' },
        { happened: `gate-${index}`, timeout: `gate-${index}` },
      )
      .step(
        `gate-${index}`,
        'score-gate',
        { outcomes: [{ id: 'high', combine: 'all', minScore: 95 }] },
        { high: 'pool', low: index === 9 ? 'pool' : `mail-${index + 1}` },
      );
  }
  const program = drip.step('pool', 'move-to-pool', { pool: 'silent' }, 'done').exit('done').program();
  expect(Object.keys(program.nodes).length).toBeGreaterThanOrEqual(30);
  const many = inventLeads(1_000, 'speed');
  simulateMany(laboratoryOf(program), { ...options, leads: many.slice(0, 100) });
  const before = performance.now();
  const forecast = simulateMany(laboratoryOf(program), { ...options, leads: many });
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(forecast.outcomes).toEqual({ done: 1_000 });
});
