import { DAY } from '@tendril/journey/model';
import { inventLeads, simulateMany, simulateScript, storyOf, wayOf } from '@tendril/journey/simulator';
import { expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { laboratoryOf, START } from './laboratory.ts';

const drip = journey('drip')
  .step('called', 'entry-manual', {}, 'mail')
  .step('mail', 'send-email', { template: 'drip', topic: 'nurture' }, 'week')
  .step('week', 'wait', { for: '7d' }, 'silent')
  .step('silent', 'move-to-pool', { pool: 'silent' }, 'over')
  .exit('over')
  .program();

const caller = journey('caller')
  .step('in', 'entry-new-lead', {}, 'call')
  .step('call', 'sub-journey', { journey: 'drip', timeout: '30d' }, { next: 'back', timeout: 'late' })
  .exit('back', 'late')
  .program();

const laboratory = { ...laboratoryOf(caller), journeys: { drip } };

test('a called journey is played, returns its outcome and what it has made of the lead', () => {
  const trace = simulateScript(laboratory, { start: START });
  expect(storyOf(laboratory, trace, 'en').slice(1)).toEqual([
    'day 0  Starts the journey “drip” and waits for its end, until Apr 1, 2026, 10:00',
    'day 7  The lead changes: pool, attributes',
    'day 7  Happens: journey end (parentRunId=simulated/scripted, outcome=over)',
    'day 7  The journey “drip” ended as “over”',
    'day 7  The journey ends with the outcome “back”',
  ]);
  const [called] = trace.called;
  expect(called?.node).toBe('call');
  expect(called === undefined ? [] : wayOf(called.trace)).toEqual([
    'day 0  called:next',
    'day 0  mail:next',
    'day 0  week…',
    'day 7  week:next',
    'day 7  silent:next',
    'day 7  over.',
  ]);
  expect(trace.moments.at(-1)?.lead.pool).toBe('silent');
});

test('messages of called journeys count in a forecast', () => {
  const options = { leads: inventLeads(20, 'called'), start: Date.UTC(2026, 2, 2), arriveOver: 0, horizon: 60 * DAY, seed: 1 };
  expect(simulateMany(laboratory, options).messagesPerLead.most).toBe(1);
  expect(simulateMany(laboratoryOf(caller), options).messagesPerLead.most).toBe(0);
});

test('journeys that call each other for ever come to an end', () => {
  const endless = journey('endless')
    .step('called', 'entry-manual', {}, 'call')
    .step('call', 'sub-journey', { journey: 'endless', timeout: '1d' }, { next: 'over', timeout: 'over' })
    .exit('over')
    .program();
  expect(simulateScript({ ...laboratoryOf(endless), journeys: { endless } }, { start: START }).end).toMatchObject({ outcome: 'over' });
});
