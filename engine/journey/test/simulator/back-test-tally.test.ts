import { DAY } from '@tendril/journey/model';
import { addTallies, type BackTestTally, backTest, emptyTally, madeUpLead, type RecordedLead, tallyOf } from '@tendril/journey/simulator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { laboratoryOf } from './laboratory.ts';

const FROM = Date.UTC(2026, 1, 1);
const TO = Date.UTC(2026, 2, 1);

const nurture = (name: string, timeout: string) =>
  laboratoryOf(
    journey(name)
      .step('new', 'entry-new-lead', {}, 'welcome')
      .step('welcome', 'send-email', { template: 'welcome', topic: 'nurture' }, 'wait')
      .step('wait', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout }, { happened: 'seen', timeout: 'reminder' })
      .step('reminder', 'send-email', { template: 'reminder', topic: 'nurture' }, 'silent')
      .exit('seen', 'silent')
      .program(),
  );

const live = nurture('live', '10d');
const draft = nurture('draft', '2d');

function recorded(id: string, given: Partial<RecordedLead> = {}): RecordedLead {
  return { lead: madeUpLead(id), createdAt: FROM + DAY, events: [], messages: [], ...given };
}

function compared(leads: readonly RecordedLead[]): readonly BackTestTally[] {
  const options = { leads, from: FROM, to: TO };
  const [one, other] = [backTest(draft, options).leads, backTest(live, options).leads];
  return one.map((lead, index) => tallyOf(lead, other[index] ?? null));
}

const seen = (day: number) => [{ id: `seen-${day}`, name: 'Page Viewed', at: FROM + day * DAY, properties: {} }];

describe('a tally', () => {
  test('says what the draft would have done beside what is live, step by step', () => {
    const all = compared([
      recorded('on the sixth day', { events: seen(6), messages: [{ at: FROM + DAY, channel: 'email', template: 'welcome' }] }),
      recorded('at once', { events: seen(2) }),
      recorded('never'),
      recorded('earlier', { createdAt: FROM - DAY }),
    ]).reduce(addTallies, emptyTally(true));
    expect(all).toMatchObject({
      leads: 4,
      draft: { entered: 3, messages: { 'email/welcome': 3, 'email/reminder': 2 }, outcomes: { seen: 1, silent: 2 }, inside: 0 },
      live: { entered: 3, messages: { 'email/welcome': 3, 'email/reminder': 1 }, outcomes: { seen: 2, silent: 1 }, inside: 0 },
      gets: { more: 1, fewer: 0, other: 0, same: 3 },
      really: { 'email/welcome': 1 },
      examples: [{ lead: 'on the sixth day', more: 1, fewer: 0 }],
    });
    expect(all.draft.steps['reminder']).toEqual({ entered: 2, here: 0, left: { next: 2 } });
    expect(all.live?.steps['reminder']?.entered).toBe(1);
  });

  test('comes to the same in whatever batches the leads are added up', () => {
    const lead = fc.record({ created: fc.integer({ min: -3, max: 26 }), day: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }) });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 12 }), fc.array(fc.nat(12), { maxLength: 3 }), (given, cuts) => {
        const leads = given.map(({ created, day }, index) =>
          recorded(`l${index}`, { createdAt: FROM + created * DAY, events: day === null ? [] : seen(day) }),
        );
        const whole = compared(leads).reduce(addTallies, emptyTally(true));
        const bounds = [0, ...cuts.map((cut) => Math.min(cut, leads.length)).sort((a, b) => a - b), leads.length];
        const batches = bounds.slice(1).map((end, index) => compared(leads.slice(bounds[index], end)).reduce(addTallies, emptyTally(true)));
        expect(batches.reduce(addTallies, emptyTally(true))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

test('who withdrew consent in the recorded time gets nothing after it', () => {
  const changes = [{ at: FROM + 2 * DAY, lead: { consent: { 'email/nurture': 'withdrawn' } } }] as const;
  const { leads } = backTest(draft, { leads: [recorded('gone', { changes })], from: FROM, to: TO });
  expect(leads[0]?.would.map(({ template }) => template)).toEqual(['welcome']);
});

test('an entry that nothing recorded triggers lets in whoever really came in by it', () => {
  const byHand = laboratoryOf(
    journey('by hand')
      .step('called', 'entry-manual', {}, 'hello')
      .step('hello', 'send-email', { template: 'hello', topic: 'nurture' }, 'over')
      .exit('over')
      .program(),
  );
  const cameIn = [{ at: FROM + 4 * DAY, entry: 'called' }];
  const { leads } = backTest(byHand, { leads: [recorded('called', { cameIn }), recorded('not')], from: FROM, to: TO });
  expect(leads.map(({ would }) => would.map(({ at }) => Math.floor((at - FROM) / DAY)))).toEqual([[4], []]);
});
