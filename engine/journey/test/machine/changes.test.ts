import { describe, expect, test } from 'vitest';
import type { JsonObject, LeadView } from '../../src/model/index.ts';
import { journey } from '../journey-builder.ts';
import { event } from '../lead.ts';
import { Traveller } from './traveller.ts';

const arrived = (kind: string, config: JsonObject, given: Partial<LeadView> = {}) =>
  new Traveller(
    journey(kind).step('entry', 'entry-event', { event: 'Form Submitted' }, 'step').step('step', kind, config, 'end').exit('end').program(),
    given,
  ).enter('entry', event('Form Submitted', 0, { inviter: 'lisi', round: 2 }));

describe('a step that changes the lead', () => {
  test('sets a field to a value, or to one from the event the lead came in by', () => {
    expect(arrived('set-attribute', { field: 'region', value: '华东' }).lead.attributes).toMatchObject({ region: '华东' });
    expect(arrived('set-attribute', { field: 'inviter', from: 'event', property: 'inviter' }).lead.attributes).toMatchObject({ inviter: 'lisi' });
    expect(arrived('set-attribute', { field: 'x', from: 'event', property: 'gone' }).effects).toEqual([]);
  });

  test('keeps what is shown beside the fields in step with them', () => {
    expect(arrived('set-attribute', { field: 'owner', value: 'wangwu' }).lead.owner).toBe('wangwu');
    expect(arrived('set-attribute', { field: 'timeZone', value: 'Europe/Berlin' }).lead.timeZone).toBe('Europe/Berlin');
  });

  test('adds weight to a tag or weakens it', () => {
    expect(arrived('tag', { tag: 'hot', weight: 2 }, { tags: { hot: 1 } }).lead.tags).toEqual({ hot: 3 });
    expect(arrived('tag', { tag: 'hot', action: 'weaken', share: 0.25 }, { tags: { hot: 2 } }).lead.tags).toEqual({ hot: 0.5 });
  });

  test('gives points to a dimension and to the total', () => {
    expect(arrived('adjust-score', { dimension: 'behaviour', points: 30 }).lead.score).toMatchObject({ behaviour: 30, total: 30 });
  });

  test('does nothing, and says so, where there is nothing to do', () => {
    const moved = arrived('move-to-pool', { pool: 'nurture' });
    expect(moved.effects).toEqual([]);
    expect(moved.told[1]).toBe('day 0  Is in nurture pool already');
    expect(arrived('set-stage', { stage: 'mql' }).told[1]).toBe('day 0  Goes from the stage lead to MQL');
  });

  test('is seen by the next step in the same moment', () => {
    const program = journey('seen')
      .step('entry', 'entry-manual', {}, 'emit')
      .step('emit', 'emit-event', { event: 'Round Ended', properties: { round: 1 } }, 'fork')
      .step(
        'fork',
        'if-else',
        { condition: { test: { of: 'events', name: 'Round Ended', measure: 'count' }, operator: 'gte', value: 1 } },
        {
          yes: 'yes',
          no: 'no',
        },
      )
      .exit('yes', 'no')
      .program();
    expect(new Traveller(program).enter('entry').way.at(-1)).toBe('0 yes.');
  });
});

describe('a webhook', () => {
  const program = journey('hook')
    .step('entry', 'entry-manual', {}, 'hook')
    .step(
      'hook',
      'call-webhook',
      { url: 'https://crm.example', mapping: [mapped('data.id', 'crmId'), mapped('data.list.1', 'second'), mapped('none', 'x')] },
      {
        next: 'next',
        failed: 'failed',
      },
    )
    .exit('next', 'failed')
    .program();

  test('writes its answer into the lead; what is not there stays as it was', () => {
    const traveller = new Traveller(program).enter('entry').performed('sent', { body: { data: { id: 'c-7', list: ['a', 'b'] } } });
    expect(traveller.lead.attributes).toMatchObject({ crmId: 'c-7', second: 'b' });
    expect(traveller.lead.attributes).not.toHaveProperty('x');
    expect(traveller.told[2]).toBe('day 0  https://crm.example answered; 2 fields were written');
  });

  test.each([['failed'], ['unknown']])('that %s goes on by the other way', (outcome) => {
    expect(new Traveller(program).enter('entry').performed(outcome).way.at(-1)).toBe('0 failed.');
  });
});

function mapped(from: string, field: string): JsonObject {
  return { from, field };
}

describe('people', () => {
  test('are told, and nobody’s way depends on it', () => {
    const program = journey('tell')
      .step('entry', 'entry-manual', {}, 'tell')
      .step('tell', 'notify-staff', { people: ['zhangsan', 'lisi'], text: 'hello' }, 'owner')
      .step('owner', 'alert-owner', {}, { next: 'next', 'no-owner': 'nobody' })
      .exit('next', 'nobody')
      .program();
    const traveller = new Traveller(program).enter('entry');
    expect(traveller.directive).toEqual({ do: 'perform', effect: 'notifyStaff', queue: 'wecom' });
    traveller.hears({ type: 'failed', code: 'wecom.down' });
    expect(traveller.told[2]).toBe('day 0  Could not notify zhangsan, lisi: wecom.down');
    expect(traveller.performed('sent').way.at(-1)).toBe('0 next.');
    expect(new Traveller(program, { owner: null }).enter('entry').performed('sent').way.at(-1)).toBe('0 nobody.');
  });
});
