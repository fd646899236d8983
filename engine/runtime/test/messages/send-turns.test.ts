import { describe, expect, test } from 'vitest';
import { destinationOf } from '../../src/messages/destination.ts';
import { startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;

/** Leads whose mails to the given addresses are planned at step 0; answers their runs. */
async function planned(workspace: TestWorkspace, addresses: readonly string[]): Promise<readonly string[]> {
  const { db, id } = workspace;
  await db.client.template.create({ data: { workspaceId: id, key: 'hi', channel: 'email', name: 'Hi', subject: 'Hi', body: '<mjml></mjml>' } });
  await workspace.publish({
    in: ['entry-new-lead', {}, 'mail'],
    mail: ['send-email', { template: 'hi', topic: 'nurture' }, 'out'],
    out: ['exit', {}],
  });
  const runs: string[] = [];
  for (const email of addresses) {
    const { runIds } = await workspace.lead({ fields: { email }, consents: [...consents] });
    const [runId = ''] = runIds;
    await workspace.step(runId, 0, { type: 'entered' });
    runs.push(runId);
  }
  return runs;
}

describe('mails to one domain', () => {
  test('go out one after the other however many ask at once, and each keeps the turn it was given', async () => {
    await using workspace = await startWorkspace();
    const runs = await planned(
      workspace,
      Array.from({ length: 6 }, (_, nth) => `p${nth}@cn001.example`),
    );
    const first = await Promise.all(runs.map((runId) => workspace.runtime.claimMessage({ runId, step: 0 })));
    const waits = first.map((claim) => (claim.state === 'not-yet' ? claim.waitMs : 0));
    expect(waits.toSorted((a, b) => a - b)).toEqual([0, 40, 80, 120, 160, 200]);
    workspace.clock.at += 80;
    const second = await Promise.all(runs.map((runId) => workspace.runtime.claimMessage({ runId, step: 0 })));
    const stillBefore = second.filter((claim) => claim.state === 'not-yet').map((claim) => claim.waitMs);
    expect(stillBefore.toSorted((a, b) => a - b)).toEqual([40, 80, 120]);
  });

  test('do not hold up mails to another', async () => {
    await using workspace = await startWorkspace();
    const [one = '', other = ''] = await planned(workspace, ['a@one.example', 'b@other.example']);
    expect(await workspace.runtime.claimMessage({ runId: one, step: 0 })).toMatchObject({ state: 'claimed' });
    expect(await workspace.runtime.claimMessage({ runId: other, step: 0 })).toMatchObject({ state: 'claimed' });
  });
});

test.each([
  ['email', 'A@Mail.Example', {}, 'mail:mail.example'],
  ['webhook', '', { url: 'https://crm.example:8443/in' }, 'web:crm.example:8443'],
  ['webhook', '', { url: 'no address' }, undefined],
  ['wecom', 'wm-1', {}, undefined],
])('a message by %s to %s goes to %j → %s', (channel, address, config, name) => {
  expect(destinationOf({ channel, address }, config)?.name).toBe(name);
});
