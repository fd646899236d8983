import { DAY } from '@tendril/journey/model';
import { backTest, madeUpLead, type RecordedLead } from '@tendril/journey/simulator';
import { expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { laboratoryOf } from './laboratory.ts';

const FROM = Date.UTC(2026, 1, 1);
const TO = Date.UTC(2026, 2, 1);

const draft = laboratoryOf(
  journey('draft')
    .step('new', 'entry-new-lead', {}, 'welcome')
    .step('price', 'entry-event', { event: 'Price Requested' }, 'sdr')
    .step('welcome', 'send-email', { template: 'welcome', topic: 'nurture' }, 'wait')
    .step('wait', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '3d' }, { happened: 'done', timeout: 'reminder' })
    .step('reminder', 'send-email', { template: 'reminder', topic: 'nurture' }, 'done')
    .step('sdr', 'hand-to-sdr', {}, { qualified: 'done', nurture: 'done', later: 'done', lost: 'done', invalid: 'done', 'no-response': 'done' })
    .exit('done')
    .settings({ reentry: 'after-exit' })
    .program(),
);

function recorded(id: string, given: Partial<RecordedLead> = {}): RecordedLead {
  return { lead: madeUpLead(id), createdAt: FROM + DAY, events: [], messages: [], ...given };
}

const event = (name: string, day: number, properties = {}) => ({ id: `${name}-${day}`, name, at: FROM + day * DAY, properties });
const mail = (template: string, day: number) => ({ at: FROM + day * DAY, channel: 'email', template });

test('a back-test says who would have got more, fewer or other messages', () => {
  const result = backTest(draft, {
    from: FROM,
    to: TO,
    leads: [
      recorded('more', { messages: [mail('welcome', 1)] }),
      recorded('fewer', { events: [event('Page Viewed', 2)], messages: [mail('welcome', 1), mail('reminder', 4)] }),
      recorded('other', { messages: [mail('hello', 1), mail('welcome', 1), mail('reminder', 9)], events: [event('Page Viewed', 2)] }),
      recorded('same', { messages: [mail('welcome', 1), mail('reminder', 20)] }),
      recorded('before', { createdAt: FROM - DAY, messages: [] }),
    ],
  });
  expect(result.leads.map(({ lead, more, fewer }) => [lead, more.map(({ template }) => template), fewer.map(({ template }) => template)])).toEqual([
    ['more', ['reminder'], []],
    ['fewer', [], ['reminder']],
    ['other', [], ['hello', 'reminder']],
    ['same', [], []],
    ['before', [], []],
  ]);
  expect(result.entered).toBe(4);
  expect(result.gets).toEqual({ more: 1, fewer: 2, other: 0, same: 2 });
  expect(result.messages).toEqual({ really: 8, would: 6, more: 1, fewer: 3 });
  expect(result.templates).toEqual({
    'email/welcome': { really: 4, would: 4 },
    'email/reminder': { really: 3, would: 2 },
    'email/hello': { really: 1, would: 0 },
  });
});

test('recorded answers to what the old journey asked answer the draft, too', () => {
  const result = backTest(draft, {
    from: FROM,
    to: TO,
    leads: [
      recorded('asked', {
        createdAt: FROM - DAY,
        events: [event('Price Requested', 3), event('SDR Disposition', 5, { runId: 'the-old-run', disposition: 'qualified', group: 'qualified' })],
      }),
    ],
  });
  expect(result.handoffsPerDay.slice(0, 5)).toEqual([0, 0, 0, 1, 0]);
  expect(result.leads[0]?.runs[0]?.lines.map(({ port }) => port)).toContain('qualified');
});

test('re-entry is as the journey says', () => {
  const twice = { createdAt: FROM - DAY, events: [event('Price Requested', 3), event('Price Requested', 4), event('Price Requested', 20)] };
  const result = backTest(draft, { from: FROM, to: TO, leads: [recorded('twice', twice)] });
  // The second request comes while the first run waits for the SDR.
  expect(result.leads[0]?.runs.map(({ startedAt }) => (startedAt - FROM) / DAY)).toEqual([3, 20]);
});

test('nothing the draft does touches what was recorded', () => {
  const lead = recorded('frozen', { events: [event('Page Viewed', 2)] });
  const before = structuredClone(lead);
  backTest(draft, { from: FROM, to: TO, leads: [lead] });
  expect(lead).toEqual(before);
});
