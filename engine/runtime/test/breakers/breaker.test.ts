import { describe, expect, test } from 'vitest';
import { startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const MINUTE = 60_000;
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;
const mailing = {
  in: ['entry-new-lead', {}, 'mail'],
  mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'out'],
  out: ['exit', {}],
} as const;
const unreachable = { status: 'not-sent', reason: { code: 'email.not-sent', params: { text: 'connect ECONNREFUSED' } } } as const;
const noSuchAddress = { status: 'failed', reason: { code: 'email.address', params: { text: '550 5.1.1' } } } as const;

interface Mailing {
  readonly workspace: TestWorkspace;
  readonly journeyId: string;
  /** Lets a lead in; its mail is planned at step 0. */
  enter(): Promise<string>;
}

async function start(workspace: TestWorkspace): Promise<Mailing> {
  const { db, id } = workspace;
  await db.client.template.create({
    data: { workspaceId: id, key: 'thank-you', channel: 'email', name: 'Thanks', subject: 'Hi', body: '<mjml></mjml>' },
  });
  const journeyId = await workspace.publish(mailing);
  let nth = 0;
  const enter = async () => {
    nth += 1;
    const { runIds } = await workspace.lead({ fields: { email: `p@c${nth}.example` }, consents: [...consents] });
    const [runId = ''] = runIds;
    await workspace.step(runId, 0, { type: 'entered' });
    return runId;
  };
  return { workspace, journeyId, enter };
}

/** Claims the message of a step; answers its id if it may be sent. */
async function claim({ runtime }: TestWorkspace, runId: string, step = 0) {
  const answer = await runtime.claimMessage({ runId, step });
  return answer.state === 'claimed' ? answer.message.id : answer.state;
}

/** Lets so many leads in whose mails all meet the same fate. */
async function sendAll({ workspace, enter }: Mailing, count: number, fate: typeof unreachable | typeof noSuchAddress | { readonly status: 'sent' }) {
  for (let nth = 0; nth < count; nth += 1) {
    const messageId = await claim(workspace, await enter());
    await workspace.runtime.settleMessage({ messageId, ...fate });
  }
}

const breakerOf = ({ db, id }: TestWorkspace, scope: string) =>
  db.client.breaker.findUnique({ where: { workspaceId_scope: { workspaceId: id, scope } } });
const trailOf = async ({ db }: TestWorkspace, runId: string) =>
  (await db.client.trailEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } })).map(({ because }) => (because as { code: string }).code);

describe('a channel whose server cannot be reached', () => {
  test('is stopped: the next lead is held and not failed, and its trail says why', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    await sendAll(mails, 10, unreachable);
    expect(await breakerOf(workspace, 'channel:email')).toMatchObject({ closedAt: null, tries: 10, faults: 10, lastFault: 'connect ECONNREFUSED' });
    const runId = await mails.enter();
    expect(await claim(workspace, runId)).toBe('held');
    expect(await workspace.step(runId, 1, { type: 'held' })).toEqual({ do: 'wait', until: null });
    expect(await trailOf(workspace, runId)).toContain('run.channel-stopped');
    expect(await workspace.db.client.message.findUnique({ where: { runId_step: { runId, step: 0 } } })).toMatchObject({ status: 'planned' });
  });

  test('is tried by one message at a time; when that goes out, whoever was held goes on, and each is sent once', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    await sendAll(mails, 10, unreachable);
    const held = [await mails.enter(), await mails.enter()];
    for (const runId of held) {
      workspace.clock.at += 1_000;
      expect(await claim(workspace, runId)).toBe('held');
      await workspace.step(runId, 1, { type: 'held' });
    }
    const [first = '', second = ''] = held;
    expect(await workspace.runtime.probeChannels({ workspaceId: workspace.id })).toEqual({ woken: 0 });
    workspace.clock.at += 2 * MINUTE;
    expect(await workspace.runtime.probeChannels({ workspaceId: workspace.id })).toEqual({ woken: 1 });
    expect((await workspace.outbox()).at(-1)).toMatchObject({ runId: first, kind: 'signal' });
    expect(await workspace.step(first, 2, { type: 'recheck' })).toMatchObject({ do: 'perform', effect: 'sendEmail' });
    const [one, other] = [await claim(workspace, first, 2), await claim(workspace, second, 0)];
    expect(other).toBe('held');
    await workspace.runtime.settleMessage({ messageId: one, status: 'sent' });
    expect(await breakerOf(workspace, 'channel:email')).not.toMatchObject({ closedAt: null });
    expect((await workspace.outbox()).at(-1)).toMatchObject({ runId: second, kind: 'signal' });
    expect(await workspace.step(second, 2, { type: 'recheck' })).toMatchObject({ do: 'perform' });
    expect(await claim(workspace, second, 2)).not.toBe('held');
  });

  test('stays stopped while the message that tries it fails too, and is tried more rarely', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    await sendAll(mails, 10, unreachable);
    workspace.clock.at += MINUTE;
    const messageId = await claim(workspace, await mails.enter());
    await workspace.runtime.settleMessage({ messageId, ...unreachable });
    expect(await breakerOf(workspace, 'channel:email')).toMatchObject({ closedAt: null, probes: 1, probeAt: new Date(workspace.clock.at + MINUTE) });
    workspace.clock.at += MINUTE;
    const again = await claim(workspace, await mails.enter());
    await workspace.runtime.settleMessage({ messageId: again, ...unreachable });
    expect(await breakerOf(workspace, 'channel:email')).toMatchObject({ probes: 2, probeAt: new Date(workspace.clock.at + 2 * MINUTE) });
  });

  test('is tried at once when a person says so', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    expect(await workspace.runtime.tryChannel({ workspaceId: workspace.id, channel: 'email' })).toBe(false);
    await sendAll(mails, 10, unreachable);
    const runId = await mails.enter();
    await claim(workspace, runId);
    await workspace.step(runId, 1, { type: 'held' });
    expect(await workspace.runtime.tryChannel({ workspaceId: workspace.id, channel: 'email' })).toBe(true);
    expect((await workspace.outbox()).at(-1)).toMatchObject({ runId, kind: 'signal' });
  });

  test('that fails now and then is not stopped', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    await sendAll(mails, 12, { status: 'sent' });
    await sendAll(mails, 8, unreachable);
    expect(await breakerOf(workspace, 'channel:email')).toBeNull();
  });
});

describe('a journey most of whose messages are refused', () => {
  test('is paused with its leads inside, and begins afresh when somebody resumes it', async () => {
    await using workspace = await startWorkspace();
    const mails = await start(workspace);
    await sendAll(mails, 20, noSuchAddress);
    const { journeyId } = mails;
    expect(await workspace.db.client.journey.findUniqueOrThrow({ where: { id: journeyId } })).toMatchObject({ status: 'paused' });
    expect(await workspace.db.client.journeyPause.findFirstOrThrow()).toMatchObject({ startedBy: 'breaker' });
    expect(await breakerOf(workspace, `journey:${journeyId}`)).toMatchObject({ closedAt: null, tries: 20, faults: 20, lastFault: '550 5.1.1' });
    expect(await breakerOf(workspace, 'channel:email')).toBeNull();
    const policy = { late: 'send', skipAfterMs: 0, spreadMs: 0 } as const;
    await workspace.runtime.resumeJourney({ workspaceId: workspace.id, journeyId, userId: 'marketer', policy });
    expect(await breakerOf(workspace, `journey:${journeyId}`)).not.toMatchObject({ closedAt: null });
    await sendAll(mails, 1, noSuchAddress);
    expect(await workspace.db.client.journey.findUniqueOrThrow({ where: { id: journeyId } })).toMatchObject({ status: 'live' });
  });
});
