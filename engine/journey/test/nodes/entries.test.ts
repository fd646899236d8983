import { describe, expect, test } from 'vitest';
import type { JsonObject, LeadView } from '../../src/model/index.ts';
import { DAY, HOUR } from '../../src/model/index.ts';
import { builtInNodeTypes, type NodeDefinition } from '../../src/nodes/index.ts';
import { event, lead, START } from '../lead.ts';

const entry = (kind: string, given: JsonObject): { readonly definition: NodeDefinition; readonly config: unknown } => {
  const definition = builtInNodeTypes.get(kind);
  if (definition === undefined) throw new Error(`There is no type ${kind}.`);
  return { definition, config: definition.config.parse(given) };
};

const asked = (given: Partial<LeadView>, leadZone = 'Asia/Shanghai') => ({ lead: lead(given), now: START, leadZone, timeZone: 'Asia/Shanghai' });
const due = (kind: string, config: JsonObject, given: Partial<LeadView> = {}, zone?: string) => {
  const { definition, config: parsed } = entry(kind, config);
  return definition.due?.(parsed, asked(given, zone));
};
const crosses = (kind: string, config: JsonObject, before: Partial<LeadView>, after: Partial<LeadView>) => {
  const { definition, config: parsed } = entry(kind, config);
  return definition.crosses?.(parsed, lead(before), lead(after));
};
const already = (kind: string, config: JsonObject, given: Partial<LeadView>) => {
  const { definition, config: parsed } = entry(kind, config);
  return definition.already?.(parsed, { now: START, lead: lead(given), timeZone: 'Asia/Shanghai', runId: '' });
};
const total = (points: number): Partial<LeadView> => ({ score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: points } });

describe('an entry by what a lead is', () => {
  test('lets in whoever crosses the line, not whoever is beyond it already', () => {
    const rises = { watch: 'total', direction: 'rises-to', value: 80 };
    expect(crosses('entry-score', rises, total(70), total(80))).toBe(true);
    expect(crosses('entry-score', rises, total(80), total(95))).toBe(false);
    expect(crosses('entry-score', rises, total(90), total(70))).toBe(false);
    expect(crosses('entry-score', { ...rises, direction: 'falls-below' }, total(80), total(79))).toBe(true);
  });

  test('by grade or tag does so when the grade becomes one of those, or the tag is heavy enough', () => {
    expect(crosses('entry-score', { watch: 'grade', grades: ['A1', 'A2'] }, { grade: 'B1' }, { grade: 'A2' })).toBe(true);
    expect(crosses('entry-score', { watch: 'grade', grades: ['A1', 'A2'] }, { grade: 'A1' }, { grade: 'A2' })).toBe(false);
    expect(crosses('entry-tag', { tag: 'hot', weight: 2 }, { tags: { hot: 1 } }, { tags: { hot: 2.5 } })).toBe(true);
  });
});

describe('an entry by time', () => {
  const renewal = { attribute: 'renewalDate', offsetDays: -30, at: '09:00' };

  test('lets a lead in days before its date, in its own zone, once', () => {
    const given = { attributes: { renewalDate: '2026-05-01' } };
    expect(due('entry-date', renewal, given)).toBe(START + 30 * DAY - HOUR); // 1 April 09:00 in Shanghai
    expect(due('entry-date', renewal, given, 'Europe/Berlin')).toBe(START + 30 * DAY + 5 * HOUR); // 09:00 in Berlin's summer time
    expect(due('entry-date', renewal, { attributes: { renewalDate: '2026-03-01' } })).toBeNull();
    expect(due('entry-date', renewal, { attributes: { renewalDate: 'soon' } })).toBeNull();
  });

  test('comes round every year', () => {
    const yearly = { ...renewal, repeat: 'yearly' };
    expect(due('entry-date', yearly, { attributes: { renewalDate: '2019-05-01' } })).toBe(START + 30 * DAY - HOUR);
  });

  test('follows a schedule on the workspace’s clocks', () => {
    // Monday 2 March 10:00: the next Monday at 09:30.
    expect(due('entry-schedule', { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-01-05', time: '09:30' })).toBe(START + 7 * DAY - HOUR / 2);
  });

  test('takes silence for an event: counted from what the lead last did itself', () => {
    const events = [event('Page Viewed', -10), event('Email Bounced', -1)];
    expect(due('entry-silence', { for: '30d' }, { events })).toBe(START + 20 * DAY);
    expect(already('entry-silence', { for: '30d' }, { events })).toBe(false);
    expect(already('entry-silence', { for: '7d' }, { events })).toBe(true);
    expect(due('entry-silence', { for: '7d' }, { events })).toBeNull();
    expect(due('entry-silence', { for: '30d', events: ['Content Opened'] }, { events })).toBeNull();
  });
});

test.each<[string, JsonObject, Partial<LeadView>, boolean]>([
  ['entry-new-lead', {}, {}, true],
  ['entry-manual', {}, {}, false],
  ['entry-event', { event: 'Price Requested' }, { events: [event('Price Requested', -5)] }, true],
  ['entry-event', { event: 'Price Requested' }, { events: [event('Price Requested', -50)] }, false],
  ['entry-form', { form: 'white-paper' }, { events: [event('Form Submitted', -5, { form: 'demo' })] }, false],
  ['entry-form', {}, { events: [event('Form Submitted', -5, { form: 'demo' })] }, true],
  ['entry-score', { value: 80 }, total(85), true],
  ['entry-tag', { tag: 'hot' }, {}, false],
])('at publish, %s %j matches a lead that is here: %j → %s', (kind, config, given, matches) => {
  expect(already(kind, config, given)).toBe(matches);
});
