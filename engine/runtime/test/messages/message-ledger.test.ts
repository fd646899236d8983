import { type ClaimedMessage, MessageMissing, type Settlement } from '@tendril/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const email = 'wang@cn001.example';
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;
const mailing = {
  in: ['entry-new-lead', {}, 'mail'],
  mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'out'],
  out: ['exit', {}],
} as const;

/** A workspace with one template and one lead whose mail is planned. */
async function planned(workspace: TestWorkspace) {
  await workspace.db.client.template.create({
    data: {
      workspaceId: workspace.id,
      key: 'thank-you',
      channel: 'email',
      name: 'Thank you',
      subject: '你好 {{ lead.name }}',
      body: '<mjml></mjml>',
    },
  });
  await workspace.publish(mailing);
  return another(workspace, email);
}

async function another(workspace: TestWorkspace, address: string) {
  const { leadId, runIds } = await workspace.lead({ fields: { email: address, name: '王芳', company: '云帆' }, consents: [...consents] });
  const runId = runIds[0] ?? '';
  await workspace.step(runId, 0, { type: 'entered' });
  return { leadId, runId };
}

const statusOf = async ({ db }: TestWorkspace, runId: string) =>
  (await db.client.message.findUniqueOrThrow({ where: { runId_step: { runId, step: 0 } } })).status;

describe('a planned message', () => {
  test('is claimed with all that is needed to write it', async () => {
    await using workspace = await startWorkspace();
    const { runId, leadId } = await planned(workspace);
    const claim = await workspace.runtime.claimMessage({ runId, step: 0 });
    expect(claim).toMatchObject({
      state: 'claimed',
      message: {
        leadId,
        channel: 'email',
        topic: 'nurture',
        address: email,
        config: { template: 'thank-you', topic: 'nurture' },
        template: { key: 'thank-you', subject: '你好 {{ lead.name }}' },
        lead: { attributes: { name: '王芳', company: '云帆' } },
        workspace: { id: workspace.id, name: 'Test', timeZone: 'Asia/Shanghai' },
      },
    });
    expect(await statusOf(workspace, runId)).toBe('sending');
  });

  test('goes to the address that the lead has now', async () => {
    await using workspace = await startWorkspace();
    const { runId, leadId } = await planned(workspace);
    await workspace.lead({ leadId, fields: { email: 'new@cn001.example' }, policy: 'overwrite' });
    expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ message: { address: 'new@cn001.example' } });
  });

  test.each([
    [
      'the address bounced',
      'message.suppressed',
      (leadId: string) => ({ name: 'Email Bounced', type: 'email', leadId, properties: { hard: true } }) as const,
    ],
    [
      'the person unsubscribed',
      'message.suppressed',
      (leadId: string) => ({ name: 'Unsubscribed', type: 'email', leadId, properties: { topic: 'nurture' } }) as const,
    ],
  ])('is skipped when %s meanwhile', async (_what, code, event) => {
    await using workspace = await startWorkspace();
    const { runId, leadId } = await planned(workspace);
    await workspace.events(event(leadId));
    expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ state: 'settled', status: 'skipped', reason: { code } });
    expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ state: 'settled', status: 'skipped', reason: { code } });
    expect(await statusOf(workspace, runId)).toBe('skipped');
  });

  test('is skipped when its template or the consent is gone', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await planned(workspace);
    const second = await another(workspace, 'li@cn001.example');
    await workspace.db.client.consent.deleteMany({ where: { leadId: second.leadId } });
    expect(await workspace.runtime.claimMessage({ ...second, step: 0 })).toMatchObject({ status: 'skipped', reason: { code: 'message.no-consent' } });
    await workspace.db.client.template.deleteMany();
    expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ status: 'skipped', reason: { code: 'message.no-template' } });
  });

  test('does not exist for a step that planned none', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await planned(workspace);
    await expect(workspace.runtime.claimMessage({ runId, step: 1 })).rejects.toThrow(MessageMissing);
  });
});

describe('a message that the provider has', () => {
  test('and reports on later is not unknown to the next attempt', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await planned(workspace);
    const { message } = (await workspace.runtime.claimMessage({ runId, step: 0 })) as { message: ClaimedMessage };
    await workspace.runtime.settleMessage({ messageId: message.id, status: 'handed-over', providerId: 'msgid-1' });
    expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toEqual({ state: 'handed-over', messageId: message.id, providerId: 'msgid-1' });
    await workspace.runtime.settleMessage({ messageId: message.id, status: 'sent' });
    expect(await workspace.db.client.message.findFirstOrThrow()).toMatchObject({ status: 'sent', providerId: 'msgid-1', settledAt: new Date(START) });
  });
});

test('a WeCom message goes through the owner if they are friends, else through the oldest friend', async () => {
  await using workspace = await startWorkspace();
  const { db } = workspace;
  await db.client.template.create({ data: { workspaceId: workspace.id, key: 'invite', channel: 'wecom', name: 'Invite', body: '你好' } });
  await workspace.publish({
    in: ['entry-new-lead', {}, 'chat'],
    chat: ['send-wecom', { template: 'invite', topic: 'nurture' }, { sent: 'out', 'not-sent': 'out' }],
    out: ['exit', {}],
  });
  const { leadId, runIds } = await workspace.lead({ fields: { email, owner: 'wangwu' } });
  const friend = (staffUserId: string, timestamp: number) =>
    ({ name: 'WeCom Friend Added', type: 'wecom', leadId, timestamp, properties: { staffUserId, externalUserId: `wm-${staffUserId}` } }) as const;
  await workspace.events(friend('zhangsan', START - 2_000), friend('lisi', START - 1_000));
  const runId = runIds[0] ?? '';
  expect(await workspace.step(runId, 0, { type: 'entered' })).toMatchObject({ effect: 'sendWecomMessage', queue: 'wecom' });
  expect(await db.client.message.findFirstOrThrow()).toMatchObject({ sender: 'zhangsan', address: 'wm-zhangsan' });
  await workspace.events(friend('wangwu', START));
  expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ message: { sender: 'wangwu', address: 'wm-wangwu' } });
});

describe('whatever crashes and retries', () => {
  const FORWARD = { planned: 0, sending: 1, unknown: 2, skipped: 3, sent: 3, failed: 3 } as const;
  const outcome = fc.constantFrom<Settlement['status'] | 'crash'>('sent', 'failed', 'unknown', 'crash');

  test('a message is begun at most once, its status only moves forward, and what is settled stays', async () => {
    await using workspace = await startWorkspace();
    await planned(workspace);
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ outcome, late: fc.boolean() }), { minLength: 1, maxLength: 6 }), async (attempts) => {
        nth += 1;
        // Many failures in a row would stop the channel, which has tests of its own.
        await workspace.db.client.sendTally.deleteMany();
        const { runId } = await another(workspace, `p@c${nth}.example`);
        const late: Settlement[] = [];
        const seen: (keyof typeof FORWARD)[] = ['planned'];
        let begun = 0;
        const look = async () => seen.push((await statusOf(workspace, runId)) as keyof typeof FORWARD);
        for (const attempt of attempts) {
          const claim = await workspace.runtime.claimMessage({ runId, step: 0 });
          await look();
          if (claim.state !== 'claimed') continue;
          begun += 1;
          if (attempt.outcome === 'crash') continue;
          const settlement = { messageId: claim.message.id, status: attempt.outcome };
          if (attempt.late) late.push(settlement);
          else await workspace.runtime.settleMessage(settlement);
          await look();
        }
        for (const settlement of late) await workspace.runtime.settleMessage(settlement);
        await look();
        expect(begun).toBe(1);
        const ranks = seen.map((status) => FORWARD[status]);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const settled = seen.filter((status) => FORWARD[status] === 3);
        expect(new Set(settled).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });

  test('of many who claim at the same moment one may send', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await planned(workspace);
    const claims = await Promise.all(Array.from({ length: 8 }, () => workspace.runtime.claimMessage({ runId, step: 0 })));
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1);
  });
});
