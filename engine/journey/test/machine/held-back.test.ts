import { describe, expect, test } from 'vitest';
import { advance } from '../../src/machine/index.ts';
import { DAY, type Fact, HOUR, type SendingRules, type SendingView } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/built-in.ts';
import { NO_SENDING_RULES } from '../../src/schema/index.ts';
import { render } from '../../src/sentences/index.ts';
import { journey } from '../journey-builder.ts';
import { lead as aLead, START } from '../lead.ts';

const program = journey('send')
  .step('entry', 'entry-manual', {}, 'mail')
  .step('mail', 'send-email', { template: 'thank-you', topic: 'nurture' }, 'over')
  .exit('over')
  .program();

const rival: SendingView['rivals'][number] = {
  id: 'm1',
  toLead: true,
  channel: 'email',
  marketing: true,
  journey: { id: 'j1', name: 'Webinar invite', priority: 80 },
  state: 'gone',
  at: START - 3 * HOUR,
  askedAt: START - 3 * HOUR,
};

function enter(rules: Partial<SendingRules>, view: Partial<SendingView> = {}, lead = {}, journeyProgram = program) {
  const sending: SendingView = { rules: { ...NO_SENDING_RULES, ...rules }, own: null, rivals: [], company: null, talk: null, ...view };
  const fact: Fact = { type: 'entered', entry: 'entry' };
  return advance(builtInNodeTypes, journeyProgram, null, fact, { now: START, lead: aLead(lead), timeZone: 'Asia/Shanghai', runId: 'r', sending });
}

const told = ({ story }: ReturnType<typeof enter>) => render(story.at(-1)?.because ?? { code: '', params: {} }, 'en', { timeZone: 'Asia/Shanghai' });
const types = ({ effects }: ReturnType<typeof enter>) => effects.map(({ effect }) => effect.type);

describe('a message', () => {
  test('goes at once where nothing is in its way', () => {
    expect(types(enter({ minimumGap: '1d' }))).toEqual(['plan-message']);
  });

  test('too soon after another one waits, shows in the ledger, and names who wrote', () => {
    const decision = enter({ minimumGap: '1d' }, { rivals: [rival] });
    expect(decision.directive).toEqual({ do: 'wait', until: START + 21 * HOUR, events: [] });
    expect(types(decision)).toEqual(['hold-message']);
    expect(told(decision)).toBe(
      'Waits because “Webinar invite” (priority 80) wrote 3 hours ago and messages keep 1 day apart. Goes out Mar 3, 2026, 07:00',
    );
  });

  test('whose wait would end in quiet hours waits until they are over', () => {
    const decision = enter({ minimumGap: '1d', quietHours: { from: '06:00', to: '08:00' } }, { rivals: [rival] });
    expect(decision.directive).toMatchObject({ until: START + 22 * HOUR });
  });

  test('does not wait for one of lower priority that is pending, but for one of higher', () => {
    const caps = { leadCaps: [{ channel: 'any' as const, count: 1, per: '7d' }] };
    const pending = { ...rival, state: 'pending' as const, at: START + DAY };
    const lower = { ...pending, journey: { ...rival.journey, priority: 10 } };
    expect(types(enter(caps, { rivals: [lower] }))).toEqual(['plan-message']);
    const decision = enter(caps, { rivals: [pending] });
    expect(told(decision)).toMatch(/“Webinar invite” \(priority 80\) goes first/);
    expect(decision.directive).toMatchObject({ until: START + 8 * DAY });
  });

  test('goes before one of higher priority that is held for so long that both have a place', () => {
    const caps = { leadCaps: [{ channel: 'any' as const, count: 1, per: '7d' }] };
    expect(types(enter(caps, { rivals: [{ ...rival, state: 'pending', at: START + 7 * DAY }] }))).toEqual(['plan-message']);
  });

  test('does not wait for one that should have gone long ago', () => {
    const caps = { leadCaps: [{ channel: 'any' as const, count: 1, per: '7d' }] };
    expect(types(enter(caps, { rivals: [{ ...rival, state: 'pending', at: START - 2 * DAY }] }))).toEqual(['plan-message']);
  });

  test('that would have to wait too long is dropped with the reason, and the lead goes on', () => {
    const decision = enter({ minimumGap: '3d', giveUpAfter: '1d' }, { rivals: [rival] });
    expect(types(decision)).toEqual(['drop-message']);
    expect(decision.cursor.outcomes['mail']).toMatchObject({ outcome: 'skipped' });
    const because = decision.story.find(({ node }) => node === 'mail')?.because;
    expect(because).toMatchObject({ code: 'sending.never', params: { journey: 'Webinar invite', priority: 80 } });
  });

  test('of service waits for the end of quiet hours however long that is, and for nothing else', () => {
    const service = journey('service')
      .step('entry', 'entry-manual', {}, 'mail')
      .step('mail', 'send-email', { template: 'receipt', service: true }, 'over')
      .exit('over')
      .program();
    const strict = { minimumGap: '9d', giveUpAfter: '1h', silence: 'open' as const };
    const busy = { rivals: [rival], talk: { since: START, until: null } };
    expect(types(enter(strict, busy, {}, service))).toEqual(['plan-message']);
    const night = { ...strict, quietHours: { from: '06:00', to: '20:00' } };
    expect(enter(night, busy, {}, service).directive).toMatchObject({ until: START + 10 * HOUR });
  });

  test('that would be skipped anyway has nothing to wait for', () => {
    const decision = enter({ minimumGap: '1d' }, { rivals: [rival] }, { consent: {} });
    expect(decision.directive).toMatchObject({ do: 'done' });
    expect(types(decision)).toEqual([]);
  });

  test('waits while an SDR has the lead, and looks again when the hand-off must be over', () => {
    const decision = enter({ silence: 'open' }, { talk: { since: START - HOUR, until: START + DAY } });
    expect(decision.directive).toMatchObject({ until: START + DAY });
    expect(told(decision)).toMatch(/An SDR has the lead/);
    expect(enter({ silence: 'open' }, { talk: { since: START - 8 * DAY, until: null } }).directive).toMatchObject({ until: START + 6 * DAY });
    expect(enter({ silence: 'open', giveUpAfter: '2d' }, { talk: { since: START - DAY, until: null } }).directive).toMatchObject({
      until: START + 2 * DAY,
    });
  });
});
