import { type Stack, startStack } from '@tendril/bench/stack';
import { saveChannelSettings } from '@tendril/db';
import { insertOutboxItems } from '@tendril/db/queries';
import { expect, test, vi } from 'vitest';

const SECRET = 'a secret of tests and measurements, 32+ characters';

/** Asks for a test as the API does: a row, and an item in the outbox. */
async function ask({ db }: Stack, workspaceId: string, more: { leadId?: string; createdAt?: Date; status?: string; templateKey?: string } = {}) {
  const data = { workspaceId, userId: 'u', channel: 'email', templateKey: 'hello', locale: 'en', address: 'me@cn001.example', ...more };
  return db.client.$transaction(async (tx) => {
    const { id } = await tx.testSend.create({ data });
    await insertOutboxItems(tx, workspaceId, [{ runId: id, kind: 'test', payload: { queue: 'email' } }], new Date());
    return id;
  });
}

const settled = ({ db }: Stack, id: string) =>
  vi.waitFor(
    async () => {
      const row = await db.client.testSend.findUniqueOrThrow({ where: { id } });
      expect(row.settledAt).not.toBeNull();
      return row;
    },
    { timeout: 40_000, interval: 100 },
  );

test('a test goes through the real channel once, marked, and is in no ledger', { timeout: 120_000 }, async () => {
  await using stack = await startStack({ factor: 1 });
  const { db, workspaceId, mail } = stack;
  const body = '<mjml><mj-body><mj-section><mj-column><mj-text>Hi {{ lead.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';
  await db.client.template.create({ data: { workspaceId, key: 'hello', channel: 'email', name: 'Hello', subject: 'Hello {{ lead.name }}', body } });
  const { leadId } = await stack.runtime.upsertLead({ workspaceId, fields: { email: 'li@cn001.example', name: 'Li Lei' }, policy: 'fill' });
  await stack.startWorker();

  expect(await settled(stack, await ask(stack, workspaceId, { leadId }))).toMatchObject({
    status: 'sent',
    subject: '[Test] Hello Li Lei',
    reason: null,
  });
  expect(await settled(stack, await ask(stack, workspaceId))).toMatchObject({ status: 'sent', subject: '[Test] Hello Alex Example' });
  expect(mail.mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    'me@cn001.example [Test] Hello Li Lei',
    'me@cn001.example [Test] Hello Alex Example',
  ]);
  expect(await db.client.message.count()).toBe(0);
  expect(await db.client.event.count()).toBe(0);

  // What cannot be sent says why, and is not tried behind anybody's back.
  const long = new Date(Date.now() - 11 * 60_000);
  expect(await settled(stack, await ask(stack, workspaceId, { createdAt: long }))).toMatchObject({
    status: 'failed',
    reason: { code: 'test.too-late' },
  });
  expect(await settled(stack, await ask(stack, workspaceId, { templateKey: 'gone' }))).toMatchObject({ reason: { code: 'message.no-template' } });
  expect(await settled(stack, await ask(stack, workspaceId, { leadId: crypto.randomUUID() }))).toMatchObject({ reason: { code: 'test.lead-gone' } });
  // A worker died in the middle of this one: it may be out, so it is not sent again.
  expect(await settled(stack, await ask(stack, workspaceId, { status: 'sending' }))).toMatchObject({
    status: 'unknown',
    reason: { code: 'message.no-report' },
  });

  const other = await db.client.workspace.create({ data: { name: 'Other' } });
  await db.client.template.create({ data: { workspaceId: other.id, key: 'hello', channel: 'email', name: 'Hello', subject: 'Hello', body } });
  expect(await settled(stack, await ask(stack, other.id))).toMatchObject({ reason: { code: 'message.channel-not-set-up' } });
  await saveChannelSettings(db, {
    secret: SECRET,
    workspaceId: other.id,
    channel: 'email',
    settings: { url: 'smtp://127.0.0.1:1', from: 'a@b.example' },
  });
  expect(await settled(stack, await ask(stack, other.id))).toMatchObject({ status: 'failed', reason: { code: 'test.not-sent' } });
  expect(mail.mails).toHaveLength(2);
});
