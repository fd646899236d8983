import { expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import type { Program } from '../../src/model/index.ts';
import { DAY } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/built-in.ts';
import { preNurtureSop } from '../../src/templates/index.ts';
import { Traveller } from './traveller.ts';

function sop(): Program {
  const compiled = compile(preNurtureSop, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics, null, 2));
  expect(compiled.diagnostics).toEqual([{ code: 'J507', params: { longest: 64 * DAY }, severity: 'note' }]);
  return compiled.program;
}

test('a lead that asks for a price is handed to an SDR, who qualifies it', () => {
  const traveller = new Traveller(sop()).enter('entry').performed('sent').days(1).performed('sent');
  traveller.lead = { ...traveller.lead, intent: 'high' };
  traveller.days(1).does('Page Viewed', { path: '/pricing/enterprise' });
  traveller.performed('created', { messageId: 'm-1' }).days(0.5);
  traveller.does('WeCom Message Delivered', { messageId: 'm-1' }).days(1);
  traveller.does('SDR Disposition', { runId: 'run-1', disposition: 'qualified', group: 'qualified' });

  expect(traveller.told).toEqual([
    'day 0  Came in as a new lead, source: 直播',
    'day 0  Sends the email “thank-you”',
    'day 0  The email “thank-you” was sent',
    'day 0  Waits 1 day, until Mar 3, 2026, 10:00',
    'day 1  Has waited 1 day',
    'day 1  Sends the email “content-by-industry”',
    'day 1  The email “content-by-industry” was sent',
    'day 1  Waits for page view, until Mar 6, 2026, 10:00 at the latest',
    'day 2  page view happened at Mar 4, 2026, 10:00',
    'day 2  Passes as “high”: score 0, grade –, intent high',
    'day 2  Creates the WeCom message “wecom-invite”',
    'day 2  Waits for a colleague to confirm “wecom-invite” on the phone, until Apr 3, 2026, 10:00',
    'day 2  The WeCom message “wecom-invite” was delivered',
    'day 2  Handed to the SDRs; waits for a disposition, until Apr 3, 2026, 22:00',
    'day 3  SDR disposition: qualified',
    'day 3  Moved from nurture pool to sales pool',
    'day 3  The journey ends with the outcome “qualified”',
  ]);
  expect(traveller.directive).toEqual({ do: 'done', outcome: 'qualified' });
});

test('a lead that shows no interest goes to the silent pool after four days', () => {
  const traveller = new Traveller(sop()).enter('entry').performed('sent').days(1).performed('sent').days(3);

  expect(traveller.way.slice(-4)).toEqual(['4 pricing-page:timeout', '4 gate:low', '4 silent-pool:next', '4 silent.']);
  expect(traveller.effects.map(({ type }) => type)).toEqual(['plan-message', 'plan-message', 'move-to-pool']);
  expect(traveller.lead.pool).toBe('silent');
});

test('a lead without consent gets no mail, is told so in its trail, and still goes on', () => {
  const traveller = new Traveller(sop(), { consent: {} }).enter('entry');

  expect(traveller.told[1]).toBe('day 0  Not sent: has not given consent to email on “nurture”');
  expect(traveller.directive).toMatchObject({ do: 'wait' });
  expect(traveller.effects).toEqual([]);
});
