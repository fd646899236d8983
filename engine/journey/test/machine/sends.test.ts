import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/index.ts';
import { DAY, HOUR } from '../../src/model/index.ts';
import { journey } from '../journey-builder.ts';
import { START } from '../lead.ts';
import { Traveller } from './traveller.ts';

const email = { template: 'thank-you', topic: 'nurture' };

function sending(config: JsonObject = email, settings: JsonObject = {}, ports: readonly string[] = ['next']) {
  const to = Object.fromEntries(ports.map((port) => [port, `at-${port}`]));
  return journey('send')
    .settings(settings)
    .step('entry', 'entry-manual', {}, 'mail')
    .step('mail', 'send-email', config, to)
    .exit(...ports.map((port) => `at-${port}`))
    .program();
}

describe('an email', () => {
  test('is planned in the ledger before it is sent', () => {
    const traveller = new Traveller(sending()).enter('entry');
    expect(traveller.effects).toMatchObject([{ type: 'plan-message', channel: 'email', template: 'thank-you', topic: 'nurture' }]);
    expect(traveller.directive).toEqual({ do: 'perform', effect: 'sendEmail', queue: 'email' });
  });

  test.each([
    ['has no address or is suppressed', { reachable: {} }, /cannot be reached by email/],
    ['has withdrawn consent', { consent: { 'email/nurture': 'withdrawn' } }, /has withdrawn consent/],
    ['has never been asked', { consent: {} }, /has not given consent/],
  ] as const)('is skipped, with the reason, for a lead that %s', (_who, given, reason) => {
    const traveller = new Traveller(sending(), given).enter('entry');
    expect(traveller.told[1]).toMatch(reason);
    expect(traveller.effects).toEqual([]);
    expect(traveller.cursor?.outcomes['mail']).toMatchObject({ outcome: 'skipped' });
  });

  test('to a lead that was never asked goes out where not having said no is enough', () => {
    const traveller = new Traveller(sending({ ...email, consent: 'not-withdrawn' }), { consent: {} }).enter('entry');
    expect(traveller.directive).toMatchObject({ do: 'perform' });
  });

  test('that cannot be sent takes a way of its own, if there is one', () => {
    const program = sending({ ...email, branchWhenUnreachable: true }, {}, ['next', 'unreachable']);
    expect(new Traveller(program, { reachable: {} }).enter('entry').way.at(-1)).toBe('0 at-unreachable.');
    expect(new Traveller(program).enter('entry').performed('failed', { reason: 'mailbox full' }).told.at(-2)).toBe(
      'day 0  The email “thank-you” failed: mailbox full',
    );
    expect(new Traveller(program).enter('entry').hears({ type: 'failed', code: 'smtp.refused' }).way.at(-1)).toBe('0 at-unreachable.');
  });

  test('of which nobody knows whether it went out is said to be so and not sent again', () => {
    const traveller = new Traveller(sending()).enter('entry').performed('unknown');
    expect(traveller.told.at(-2)).toMatch(/Nobody knows/);
    expect(traveller.effects).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  const quiet = { quietHours: { from: '09:00', to: '18:30' } };

  test('hold a message back until they are over, in the lead’s zone', () => {
    const traveller = new Traveller(sending(email, quiet)).enter('entry');
    expect(traveller.told.at(-1)).toBe('day 0  These are quiet hours; sends at Mar 2, 2026, 18:30');
    expect(traveller.effects).toEqual([]);
    expect(traveller.days(1).directive).toMatchObject({ do: 'perform' });
    expect(traveller.performed('sent').way.at(-1)).toMatch(/at-next/);
  });

  test('of one place are not those of another', () => {
    expect(new Traveller(sending(email, quiet), { timeZone: 'America/New_York' }).enter('entry').directive).toMatchObject({ do: 'perform' });
  });

  test('do not keep a goal from taking the lead away', () => {
    const goal = { goal: { name: 'won', when: { event: { event: 'Deal Won' } } } };
    const traveller = new Traveller(sending(email, { ...quiet, ...goal })).enter('entry').does('Deal Won');
    expect(traveller.directive).toEqual({ do: 'done', outcome: 'goal' });
  });
});

describe('caps', () => {
  const capped = { caps: [{ channel: 'any', count: 2, per: '7d' }] };
  const message = (day: number, channel = 'email') => ({ channel, template: 'x', topic: 'nurture', at: START + day * DAY });

  test('hold a message back until one more is allowed', () => {
    const traveller = new Traveller(sending(email, capped), { messages: [message(-6), message(-1, 'wecom')] }).enter('entry');
    expect(traveller.told.at(-1)).toBe('day 0  Has had the most messages allowed (2 in 7 days); sends at Mar 3, 2026, 10:00');
    expect(traveller.days(1).directive).toMatchObject({ do: 'perform' });
  });

  test('do not count what is old, and do not hold service mail', () => {
    const old = { messages: [message(-8), message(-1)] };
    expect(new Traveller(sending(email, capped), old).enter('entry').directive).toMatchObject({ do: 'perform' });
    const full = { messages: [message(-2), message(-1)] };
    const service = { template: 'receipt', service: true };
    expect(new Traveller(sending(service, capped), full).enter('entry').directive).toMatchObject({ do: 'perform' });
  });

  test('count what this very journey has sent', () => {
    const program = journey('two')
      .settings({ caps: [{ channel: 'email', count: 1, per: '2d' }] })
      .step('entry', 'entry-manual', {}, 'one')
      .step('one', 'send-email', email, 'two')
      .step('two', 'send-email', email, 'end')
      .exit('end')
      .program();
    const traveller = new Traveller(program, { messages: [] }).enter('entry').performed('sent');
    expect(traveller.directive).toMatchObject({ do: 'wait', until: START + 2 * DAY });
  });
});

describe('a WeCom message', () => {
  const program = journey('wecom')
    .step('entry', 'entry-manual', {}, 'wecom')
    .step('wecom', 'send-wecom', { template: 'invite', topic: 'nurture', confirmWithin: '2d' }, { sent: 'sent', 'not-sent': 'not-sent' })
    .exit('sent', 'not-sent')
    .program();
  const created = () => new Traveller(program).enter('entry').performed('created', { messageId: 'm-1' });

  test('is sent once the colleague has confirmed it', () => {
    expect(created().days(1).does('WeCom Message Delivered', { messageId: 'm-1' }).way.at(-1)).toBe('1 sent.');
  });

  test('does not take another message’s report for its own', () => {
    const traveller = created().does('WeCom Message Delivered', { messageId: 'm-2' });
    expect(traveller.directive).toMatchObject({ do: 'wait' });
  });

  test('says why it was not delivered', () => {
    const traveller = created().does('WeCom Message Not Delivered', { messageId: 'm-1', reason: 'limit reached' });
    expect(traveller.told.at(-2)).toBe('day 0  The WeCom message “invite” was not delivered: limit reached');
  });

  test('is given up when nobody confirms it in time', () => {
    expect(created().days(2).told.at(-2)).toBe('day 2  Nobody confirmed “invite” within 2 days');
  });

  test.each(['unreachable', 'failed', 'unknown'])('that is %s goes on by the other way', (outcome) => {
    expect(new Traveller(program).enter('entry').performed(outcome).way.at(-1)).toBe('0 not-sent.');
  });

  test('was confirmed while the effect was still being carried out: the report is not lost', () => {
    const traveller = new Traveller(program).enter('entry').does('WeCom Message Delivered', { messageId: 'm-1' });
    expect(traveller.performed('created', { messageId: 'm-1' }).way.at(-1)).toBe('0 sent.');
  });

  test('counts its deadline from when it was created', () => {
    const traveller = new Traveller(program).enter('entry');
    traveller.now += 5 * HOUR;
    expect(traveller.performed('created', { messageId: 'm-1' }).directive).toMatchObject({ until: START + 2 * DAY + 5 * HOUR });
  });
});

describe('a content track', () => {
  const items = [{ template: 'one', stages: ['lead'] }, { template: 'two' }, { template: 'three', personas: ['CTO'] }];
  const program = journey('track')
    .step('entry', 'entry-manual', {}, 'track')
    .step('track', 'content-track', { items, topic: 'nurture' }, { next: 'wait', exhausted: 'end' })
    .step('wait', 'wait', { for: '7d' }, 'again')
    .step('again', 'go-to', { times: 9 }, { next: 'track', exhausted: 'end' })
    .exit('end')
    .program();
  const planned = ({ effects }: Traveller) => effects.flatMap((effect) => (effect.type === 'plan-message' ? [effect.template] : []));

  test('sends each item that suits the lead, never twice, and then says so', () => {
    const traveller = new Traveller(program).enter('entry').performed('sent').days(7).performed('sent').days(7);
    expect(planned(traveller)).toEqual(['one', 'two']);
    expect(traveller.told.at(-2)).toBe('day 14  The lead has had everything that suits it');
  });

  test('knows what other journeys have sent', () => {
    const messages = [{ channel: 'email', template: 'one', topic: 'nurture', at: START - 90 * DAY }];
    expect(planned(new Traveller(program, { messages }).enter('entry'))).toEqual(['two']);
  });

  test('sends an item again that did not go out, but not one of which nobody knows', () => {
    expect(planned(new Traveller(program).enter('entry').performed('skipped').days(7))).toEqual(['one', 'one']);
    expect(planned(new Traveller(program).enter('entry').performed('unknown').days(7))).toEqual(['one', 'two']);
  });
});
