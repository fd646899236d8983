import type { SendingRules } from '@tendril/journey/model';
import { NO_SENDING_RULES } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import type { ClaimedMessage } from '@tendril/runtime';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;
const oneAWeek = { leadCaps: [{ channel: 'any', count: 1, per: '7d' }] } as const;

/** One mail, as soon as somebody shows interest in `event`. */
const mailing = (event: string) =>
  ({
    in: ['entry-event', { event }, 'mail'],
    mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'out'],
    out: ['exit', { outcome: 'over' }],
  }) as const;

/** A workspace with these rules and two journeys: `Webinar` (priority 80) and `Digest` (priority 20). */
async function twoJourneys(rules: Partial<SendingRules>, settings = {}): Promise<TestWorkspace> {
  const workspace = await startWorkspace();
  const { db, id } = workspace;
  await db.client.workspace.update({ where: { id }, data: { sendingRules: { ...NO_SENDING_RULES, ...rules } as object } });
  await db.client.template.create({ data: { workspaceId: id, key: 'thank-you', channel: 'email', name: 'Thanks', subject: 'Hi', body: '' } });
  for (const [name, priority] of [
    ['Webinar', 80],
    ['Digest', 20],
  ] as const) {
    const journeyId = await workspace.publish(mailing(name), { priority, reentry: 'after-exit', ...settings });
    await db.client.journey.update({ where: { id: journeyId }, data: { name } });
  }
  return workspace;
}

const person = async (workspace: TestWorkspace, email = 'wang@cn001.example', company = '云帆') =>
  (await workspace.lead({ fields: { email, company }, consents: [...consents] })).leadId;

/** A lead comes into a journey; answers its run and what it is told to do first. */
async function into(workspace: TestWorkspace, journey: string, leadId: string) {
  await workspace.events({ name: journey, leadId });
  const run = await workspace.db.client.run.findFirstOrThrow({ where: { leadId, step: -1 }, orderBy: { startedAt: 'desc' } });
  return { runId: run.id, directive: await workspace.step(run.id, 0, { type: 'entered' }) };
}

async function send(workspace: TestWorkspace, runId: string, step: number) {
  const claim = await workspace.runtime.claimMessage({ runId, step });
  if (claim.state === 'claimed') await workspace.runtime.settleMessage({ messageId: (claim.message as ClaimedMessage).id, status: 'sent' });
  return claim.state;
}

const messageOf = ({ db }: TestWorkspace, runId: string) => db.client.message.findFirstOrThrow({ where: { runId } });
const lastLine = async ({ db }: TestWorkspace, runId: string) => {
  const { because } = await db.client.trailEntry.findFirstOrThrow({ where: { runId }, orderBy: { id: 'desc' } });
  return render(because as never, 'en', { timeZone: 'Asia/Shanghai' });
};
const signalled = async (workspace: TestWorkspace) => (await workspace.outbox()).filter(({ kind }) => kind === 'signal').map(({ runId }) => runId);

describe('a cap over all journeys', () => {
  test('keeps the second journey’s message back, names the first, and lets it go when the week is over', async () => {
    await using workspace = await twoJourneys(oneAWeek);
    const leadId = await person(workspace);
    const webinar = await into(workspace, 'Webinar', leadId);
    expect(await send(workspace, webinar.runId, 0)).toBe('claimed');
    workspace.clock.at = START + 3 * HOUR;
    const digest = await into(workspace, 'Digest', leadId);
    expect(digest.directive).toEqual({ do: 'wait', until: START + 7 * DAY });
    expect(await lastLine(workspace, digest.runId)).toBe(
      'Waits: has had 1 in 7 days, the most allowed over all journeys; “Webinar” (priority 80) wrote last, 3 hours ago. Goes out Dec 1, 2026, 09:00',
    );
    expect(await messageOf(workspace, digest.runId)).toMatchObject({
      status: 'held',
      heldUntil: new Date(START + 7 * DAY),
      priority: 20,
      reason: { code: 'sending.cap', params: { journey: 'Webinar', priority: 80 } },
    });
    workspace.clock.at = START + 7 * DAY;
    expect(await workspace.step(digest.runId, 1, { type: 'woken' })).toMatchObject({ do: 'perform' });
    expect(await send(workspace, digest.runId, 1)).toBe('claimed');
    expect(await workspace.db.client.message.findMany({ where: { runId: digest.runId } })).toMatchObject([{ status: 'sent', reason: null, step: 1 }]);
  });

  test('lets a message of higher priority overtake one that is planned, which then decides anew', async () => {
    await using workspace = await twoJourneys(oneAWeek);
    const leadId = await person(workspace);
    const digest = await into(workspace, 'Digest', leadId);
    const webinar = await into(workspace, 'Webinar', leadId);
    expect([digest.directive, webinar.directive]).toMatchObject([{ do: 'perform' }, { do: 'perform' }]);
    expect(await send(workspace, digest.runId, 0)).toBe('deferred');
    expect(await workspace.step(digest.runId, 1, { type: 'deferred' } as never)).toEqual({ do: 'wait', until: START + 7 * DAY });
    expect(await lastLine(workspace, digest.runId)).toMatch(/“Webinar” \(priority 80\) goes first/);
    expect(await messageOf(workspace, digest.runId)).toMatchObject({ status: 'held' });
    // The activity's answer was lost: it asks again, and gets what was decided.
    expect(await workspace.runtime.claimMessage({ runId: digest.runId, step: 0 })).toEqual({ state: 'deferred' });
    expect(await workspace.step(digest.runId, 1, { type: 'deferred' } as never)).toEqual({ do: 'wait', until: START + 7 * DAY });
    expect(await send(workspace, webinar.runId, 0)).toBe('claimed');
  });

  test('lets the loser go at once if the winner’s message does not go out after all', async () => {
    await using workspace = await twoJourneys(oneAWeek);
    const leadId = await person(workspace);
    const webinar = await into(workspace, 'Webinar', leadId);
    const digest = await into(workspace, 'Digest', leadId);
    expect(digest.directive).toMatchObject({ do: 'wait' });
    await workspace.db.client.outboxItem.deleteMany();
    const claim = await workspace.runtime.claimMessage({ runId: webinar.runId, step: 0 });
    await workspace.runtime.settleMessage({ messageId: (claim as { message: ClaimedMessage }).message.id, status: 'failed' });
    expect(await signalled(workspace)).toEqual([digest.runId]);
    expect(await workspace.step(digest.runId, 1, { type: 'recheck' })).toMatchObject({ do: 'perform' });
  });

  test('gives a message up that would have to wait too long, and the lead goes on', async () => {
    await using workspace = await twoJourneys({ ...oneAWeek, giveUpAfter: '2d' });
    const leadId = await person(workspace);
    await send(workspace, (await into(workspace, 'Webinar', leadId)).runId, 0);
    const digest = await into(workspace, 'Digest', leadId);
    expect(digest.directive).toEqual({ do: 'done', outcome: 'over' });
    expect(await messageOf(workspace, digest.runId)).toMatchObject({
      status: 'skipped',
      reason: { code: 'sending.never', params: { journey: 'Webinar' } },
    });
  });

  test('does not count service messages and does not keep them back', async () => {
    await using workspace = await twoJourneys(oneAWeek);
    const service = { ...mailing('Receipt'), mail: ['send-email', { template: 'thank-you', service: true }, 'out'] } as const;
    await workspace.publish(service);
    const leadId = await person(workspace);
    await send(workspace, (await into(workspace, 'Webinar', leadId)).runId, 0);
    expect((await into(workspace, 'Receipt', leadId)).directive).toMatchObject({ do: 'perform' });
  });

  test('of a company counts all its leads', async () => {
    await using workspace = await twoJourneys({ companyCaps: [{ channel: 'email', count: 1, per: '1d' }] });
    const [wang, li] = [await person(workspace), await person(workspace, 'li@cn001.example')];
    const other = await person(workspace, 'zhao@cn002.example', '海石');
    await send(workspace, (await into(workspace, 'Webinar', wang)).runId, 0);
    const digest = await into(workspace, 'Digest', li);
    expect(digest.directive).toEqual({ do: 'wait', until: START + DAY });
    expect(await lastLine(workspace, digest.runId)).toMatch(/people at 云帆 have had 1 in 1 day/);
    expect((await into(workspace, 'Digest', other)).directive).toMatchObject({ do: 'perform' });
  });
});

describe('quiet hours', () => {
  // START is 09:00 in Shanghai, where the workspace is.
  const soon = { quietHours: { from: '09:30', to: '12:00' } };

  test.each([
    ['of the journey', {}, soon],
    ['of the workspace', soon, {}],
  ])('%s keep a message back that was planned just before', async (_whose, rules, settings) => {
    await using workspace = await twoJourneys(rules, settings);
    const { runId } = await into(workspace, 'Webinar', await person(workspace));
    workspace.clock.at = START + HOUR;
    expect(await send(workspace, runId, 0)).toBe('deferred');
    expect(await workspace.step(runId, 1, { type: 'deferred' } as never)).toEqual({ do: 'wait', until: START + 3 * HOUR });
    expect(await messageOf(workspace, runId)).toMatchObject({ status: 'held', heldUntil: new Date(START + 3 * HOUR) });
    workspace.clock.at = START + 3 * HOUR;
    expect(await workspace.step(runId, 2, { type: 'woken' })).toMatchObject({ do: 'perform' });
    expect(await send(workspace, runId, 2)).toBe('claimed');
  });
});

describe('while an SDR has the lead', () => {
  const handing = {
    in: ['entry-event', { event: 'Hand over' }, 'sdr'],
    sdr: ['hand-to-sdr', {}, { qualified: 'out', nurture: 'out', later: 'out', lost: 'out', invalid: 'out', 'no-response': 'out' }],
    out: ['exit', {}],
  } as const;

  test('journeys keep silent, and go on as soon as the hand-off is closed', async () => {
    await using workspace = await twoJourneys({ silence: 'open' });
    const { db, id } = workspace;
    await db.client.disposition.create({ data: { workspaceId: id, key: 'lost', name: {}, consequence: {}, group: 'lost', order: 1 } });
    await workspace.publish(handing);
    const leadId = await person(workspace);
    await into(workspace, 'Hand over', leadId);
    const { runId, directive } = await into(workspace, 'Webinar', leadId);
    expect(directive).toMatchObject({ do: 'wait' });
    expect(await messageOf(workspace, runId)).toMatchObject({ status: 'held', reason: { code: 'sending.silence' } });
    await db.client.outboxItem.deleteMany();
    const handoff = await db.client.handoff.findFirstOrThrow();
    await workspace.runtime.closeHandoff({ workspaceId: id, handoffId: handoff.id, userId: 'sdr', disposition: 'lost' });
    expect(await signalled(workspace)).toContain(runId);
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toMatchObject({ do: 'perform' });
  });

  test('a hand-off that nobody answers does not keep back the message that comes after it', async () => {
    await using workspace = await twoJourneys({ silence: 'open' });
    const mailAfter = { ...handing.sdr[2], 'no-response': 'mail' };
    await workspace.publish({
      ...handing,
      sdr: ['hand-to-sdr', { respondWithin: '1d' }, mailAfter],
      mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'out'],
    });
    const { runId, directive } = await into(workspace, 'Hand over', await person(workspace));
    let next = directive as { readonly do: string; readonly until?: number };
    for (let step = 1; next.do === 'wait' && step < 5; step += 1) {
      workspace.clock.at = next.until ?? workspace.clock.at;
      next = (await workspace.step(runId, step, { type: 'woken' })) as typeof next;
    }
    expect(next).toMatchObject({ do: 'perform', effect: 'sendEmail' });
    expect(await workspace.db.client.handoff.findMany()).toMatchObject([{ status: 'expired' }]);
    const story = await workspace.db.client.trailEntry.findMany({ where: { runId } });
    expect(story.map(({ because }) => (because as { code: string }).code)).not.toContain('sending.silence');
  });

  test('a message that was planned before is kept back, too', async () => {
    await using workspace = await twoJourneys({ silence: 'open' });
    await workspace.publish(handing);
    const leadId = await person(workspace);
    const { runId } = await into(workspace, 'Webinar', leadId);
    await into(workspace, 'Hand over', leadId);
    expect(await send(workspace, runId, 0)).toBe('deferred');
  });
});

describe('a message that is kept back', () => {
  test('is recalled when its run is ended from outside, or by its goal', async () => {
    const goal = { goal: { name: 'Deal', when: { event: { event: 'Deal Won' } } } };
    await using workspace = await twoJourneys(oneAWeek, goal);
    const leadId = await person(workspace);
    await send(workspace, (await into(workspace, 'Webinar', leadId)).runId, 0);
    const removed = await into(workspace, 'Digest', leadId);
    await workspace.runtime.removeRun({ workspaceId: workspace.id, runId: removed.runId, by: 'Wang Wu' });
    expect(await messageOf(workspace, removed.runId)).toMatchObject({ status: 'skipped', reason: { code: 'run.removed' } });
    const won = await into(workspace, 'Digest', leadId);
    await workspace.events({ name: 'Deal Won', leadId });
    expect(await workspace.step(won.runId, 1, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'goal' });
    expect(await messageOf(workspace, won.runId)).toMatchObject({ status: 'skipped', reason: { code: 'machine.goal' } });
  });

  test('waits on while its journey is paused, and does not stand in others’ way meanwhile', async () => {
    await using workspace = await twoJourneys(oneAWeek);
    const { db, id, runtime } = workspace;
    const leadId = await person(workspace);
    const webinar = await into(workspace, 'Webinar', leadId);
    const { journeyId } = await db.client.run.findUniqueOrThrow({ where: { id: webinar.runId } });
    await runtime.pauseJourney({ workspaceId: id, journeyId, userId: 'marketer' });
    const digest = await into(workspace, 'Digest', leadId);
    expect(await send(workspace, digest.runId, 0)).toBe('claimed');
    await runtime.resumeJourney({ workspaceId: id, journeyId, userId: 'marketer', policy: { late: 'send', skipAfterMs: 0, spreadMs: 0 } });
    expect(await send(workspace, webinar.runId, 0)).toBe('deferred');
    expect(await workspace.step(webinar.runId, 1, { type: 'deferred' } as never)).toEqual({ do: 'wait', until: START + 7 * DAY });
  });
});
