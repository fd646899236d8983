import type { JourneyScript } from '@tendril/journey/model';
import { DAY } from '@tendril/journey/model';
import { momentAt, simulateScript, storyOf, wayOf } from '@tendril/journey/simulator';
import { preNurtureSop } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { compiled, laboratoryOf, START } from './laboratory.ts';

const reminder = journey('reminder')
  .step('in', 'entry-new-lead', {}, 'mail')
  .step('mail', 'send-email', { template: 'welcome', topic: 'nurture', branchWhenUnreachable: true }, { next: 'click', unreachable: 'lost' })
  .step('click', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '3d' }, { happened: 'done', timeout: 'again' })
  .step('again', 'send-email', { template: 'reminder', topic: 'nurture' }, 'done')
  .exit('done', 'lost')
  .program();

const laboratory = laboratoryOf(reminder);

function way(script: Omit<JourneyScript, 'start'>): readonly string[] {
  return wayOf(simulateScript(laboratory, { start: START, ...script }));
}

describe('a scripted lead', () => {
  test('that does nothing is reminded after three days, once', () => {
    expect(storyOf(laboratory, simulateScript(laboratory, { start: START }), 'en')).toEqual([
      'day 0  Came in as a new lead, source: –',
      'day 0  Sends the email “welcome”',
      'day 0  The email “welcome” was sent',
      'day 0  Waits for page view, until Mar 5, 2026, 10:00 at the latest',
      'day 3  No page view within 3 days',
      'day 3  Sends the email “reminder”',
      'day 3  The email “reminder” was sent',
      'day 3  The journey ends with the outcome “done”',
    ]);
  });

  test('that looks at a page is not reminded, and the story says what it did', () => {
    const script: JourneyScript = { start: START, happens: [{ after: '1d 2h', event: 'Page Viewed', properties: { path: '/pricing' } }] };
    expect(storyOf(laboratory, simulateScript(laboratory, script), 'en').slice(-3)).toEqual([
      'day 1  Happens: page view (path=/pricing)',
      'day 1  page view happened at Mar 3, 2026, 12:00',
      'day 1  The journey ends with the outcome “done”',
    ]);
    expect(storyOf(laboratory, simulateScript(laboratory, script), 'zh-CN').at(-3)).toBe('第 1 天  发生：浏览页面（path=/pricing）');
  });

  test('hears of what happened while a mail was being sent only after it, where the wait looks back', () => {
    const looksBack = journey('looks back')
      .step('in', 'entry-new-lead', {}, 'mail')
      .step('mail', 'send-email', { template: 'welcome', topic: 'nurture' }, 'click')
      .step('click', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '3d', lookBack: '1h' }, { happened: 'done', timeout: 'done' })
      .exit('done')
      .program();
    const script: JourneyScript = {
      start: START,
      happens: [{ after: '5m', event: 'Page Viewed' }],
      answers: { mail: [{ outcome: 'sent', after: '10m' }] },
    };
    const trace = simulateScript(laboratoryOf(looksBack), script);
    expect(wayOf(trace)).toEqual(['day 0  in:next', 'day 0  mail:next', 'day 0  click:happened', 'day 0  done.']);
    expect(trace.lines.map(({ kind, at }) => [kind, (at - trace.startedAt) / 60_000]).slice(2, 4)).toEqual([
      ['happened', 5],
      ['passed', 10],
    ]);
  });

  test('that looked at a page before it came in is reminded all the same', () => {
    expect(way({ happens: [{ before: '1h', event: 'Page Viewed' }] })).toContain('day 3  click:timeout');
  });

  test('whose mail fails leaves by the way drawn for it', () => {
    expect(way({ answers: { mail: [{ fails: 'email.rejected' }] } })).toEqual(['day 0  in:next', 'day 0  mail:unreachable', 'day 0  lost.']);
    expect(way({ lead: { reachable: { email: false } } })).toContain('day 0  mail:unreachable');
  });

  test('that changes while it waits is looked at again', () => {
    const trace = simulateScript(laboratory, { start: START, happens: [{ after: '1d', lead: { consent: { 'email/nurture': 'withdrawn' } } }] });
    const end = trace.messages.map(({ template, status }) => `${template} ${status}`);
    expect(end).toEqual(['welcome sent']);
    expect(storyOf(laboratory, trace, 'en')).toContain('day 1  The lead changes: consent');
  });

  test('that an entry does not let in has a story of one line', () => {
    const picky = journey('picky')
      .step('in', 'entry-new-lead', { filter: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: 'SaaS' } }, 'done')
      .exit('done')
      .program();
    const trace = simulateScript(laboratoryOf(picky), { start: START });
    expect(trace.end.status).toBe('refused');
    expect(wayOf(trace)).toEqual(['day 0  entry✗']);
  });

  test('that waits without a limit is still waiting when the simulation ends', () => {
    const endless = journey('endless')
      .step('in', 'entry-new-lead', {}, 'wait')
      .step('wait', 'wait-for-event', { events: [{ event: 'Demo Requested' }], timeout: null }, { happened: 'done' })
      .exit('done')
      .program();
    expect(simulateScript(laboratoryOf(endless), { start: START }).end).toMatchObject({ status: 'waiting', node: 'wait', until: null });
  });
});

describe('the pre-nurture SOP', () => {
  const sop = laboratoryOf(compiled(preNurtureSop));

  test('hands a hand-raiser to an SDR; confirmations and dispositions find the message and the run they answer', () => {
    const trace = simulateScript(sop, {
      start: START,
      lead: { intent: 'high' },
      happens: [
        { after: '2d', event: 'Page Viewed', properties: { path: '/pricing' } },
        { after: '2d 3h', event: 'WeCom Message Delivered' },
        { after: '3d', event: 'SDR Disposition', properties: { disposition: 'qualified', group: 'qualified' } },
      ],
    });
    expect(wayOf(trace)).toEqual([
      'day 0  entry:next',
      'day 0  thank-you:next',
      'day 0  one-day…',
      'day 1  one-day:next',
      'day 1  content:next',
      'day 1  pricing-page…',
      'day 2  pricing-page:happened',
      'day 2  gate:high',
      'day 2  wecom…',
      'day 2  wecom:sent',
      'day 2  sdr…',
      'day 3  sdr:qualified',
      'day 3  sales-pool:next',
      'day 3  qualified.',
    ]);
    expect(trace.handoffs).toHaveLength(1);
    expect(trace.messages.map(({ channel, template, status }) => [channel, template, status])).toEqual([
      ['email', 'thank-you', 'sent'],
      ['email', 'content-by-industry', 'sent'],
      ['wecom', 'wecom-invite', 'created'],
    ]);
  });

  test('dispositions change the lead at once, as the desk does', () => {
    const withDesk = { ...sop, dispositions: { qualified: { stage: 'sql', pool: 'sales' } } };
    const script = { start: START, lead: { intent: 'high', reachable: { wecom: false } } as const };
    const trace = simulateScript(withDesk, {
      ...script,
      happens: [{ after: '10d', event: 'SDR Disposition', properties: { disposition: 'qualified', group: 'qualified' } }],
    });
    expect(trace.moments.at(-1)?.lead).toMatchObject({ stage: 'sql', pool: 'sales' });
  });
});

describe('the time machine', () => {
  const script: JourneyScript = { start: START, happens: [{ after: '2d', event: 'Page Viewed' }] };

  test('jumps to any moment, and the past is as it was', () => {
    const trace = simulateScript(laboratory, script);
    const at = trace.startedAt;
    expect(momentAt(trace, at - 1)).toBe(null);
    expect(momentAt(trace, at + DAY)).toMatchObject({ cursor: { node: 'click' }, directive: { do: 'wait' }, messages: 1 });
    expect(momentAt(trace, at + 9 * DAY)).toMatchObject({ directive: { do: 'done', outcome: 'done' } });
    expect(momentAt(trace, at + DAY)?.lead.events).toEqual([]);
  });

  test('stopped early tells the beginning of the same story', () => {
    const whole = simulateScript(laboratory, script);
    const early = simulateScript(laboratory, script, { until: whole.startedAt + DAY });
    expect(early.end).toMatchObject({ status: 'waiting', node: 'click' });
    expect(whole.lines.slice(0, early.lines.length)).toEqual(early.lines);
  });
});

test('a lead is rescored before each decision', () => {
  const gate = journey('gate')
    .step('in', 'entry-new-lead', {}, 'wait')
    .step('wait', 'wait', { for: '30d' }, 'gate')
    .step('gate', 'score-gate', { outcomes: [{ id: 'high', combine: 'any', minScore: 50 }] }, { high: 'yes', low: 'no' })
    .exit('yes', 'no')
    .program();
  const lead = { score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 80 } };
  const start = Date.parse('2026-03-02T10:00+08:00');
  const fading = {
    ...laboratoryOf(gate),
    rescore: (view: Parameters<NonNullable<typeof laboratory.rescore>>[0], now: number) => ({
      ...view,
      score: { ...view.score, total: 80 - (now - start) / DAY },
    }),
  };
  expect(simulateScript(laboratoryOf(gate), { start: START, lead }).end).toMatchObject({ outcome: 'yes' });
  expect(simulateScript(fading, { start: START, lead }).end).toMatchObject({ outcome: 'yes' });
  const fast = {
    ...fading,
    rescore: (view: Parameters<typeof fading.rescore>[0], now: number) => ({
      ...view,
      score: { ...view.score, total: 80 - (2 * (now - start)) / DAY },
    }),
  };
  expect(simulateScript(fast, { start: START, lead }).end).toMatchObject({ outcome: 'no' });
});
