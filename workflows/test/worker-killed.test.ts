import { setTimeout as pause } from 'node:timers/promises';
import { publishDocument } from '@tendril/bench/publish-document';
import { type Stack, startStack } from '@tendril/bench/stack';
import type { JourneyDocument } from '@tendril/journey/model';
import { expect, test } from 'vitest';

const LEADS = 50;

const twoMails: JourneyDocument = {
  format: 'tendril.journey',
  schemaVersion: 3,
  name: 'Two mails',
  settings: {},
  notes: [],
  nodes: [
    { id: 'in', kind: 'entry-manual', version: 1, name: '', config: {}, position: { x: 0, y: 0 } },
    { id: 'first', kind: 'send-email', version: 1, name: '', config: { template: 'hello', topic: 'nurture' }, position: { x: 0, y: 1 } },
    { id: 'pause', kind: 'wait', version: 1, name: '', config: { for: '2d' }, position: { x: 0, y: 2 } },
    { id: 'second', kind: 'send-email', version: 1, name: '', config: { template: 'hello', topic: 'nurture' }, position: { x: 0, y: 3 } },
    { id: 'out', kind: 'exit', version: 1, name: '', config: { outcome: 'done' }, position: { x: 0, y: 4 } },
  ],
  edges: [
    { from: 'in', port: 'next', to: 'first' },
    { from: 'first', port: 'next', to: 'pause' },
    { from: 'pause', port: 'next', to: 'second' },
    { from: 'second', port: 'next', to: 'out' },
  ],
};

test('a worker killed in the middle of 50 leads loses nobody and sends nothing twice', { timeout: 300_000 }, async () => {
  await using stack = await startStack({ factor: 86_400, mailSlowness: 150 });
  const journeyId = await enrolLeads(stack);

  for (const mailsBefore of [5, 30, 60]) {
    const worker = await stack.startWorker();
    await until(() => stack.mail.mails.length >= mailsBefore, 60_000);
    await worker.kill();
  }
  await stack.startWorker();
  await until(async () => (await stack.db.client.run.count({ where: { journeyId, status: 'running' } })) === 0, 180_000);

  const runs = await stack.db.client.run.findMany({ where: { journeyId } });
  expect(runs.map((run) => `${run.status} ${run.outcome}`)).toEqual(Array.from({ length: LEADS }, () => 'done done'));

  const ledger = await stack.db.client.message.findMany();
  expect(ledger).toHaveLength(2 * LEADS);
  expect(ledger.filter(({ status }) => status !== 'sent' && status !== 'unknown')).toEqual([]);

  const arrivals = stack.mail.mails.map((mail) => mail.messageId);
  expect(arrivals.filter((id, index) => arrivals.indexOf(id) !== index)).toEqual([]);
  const arrived = new Set(arrivals.map((id) => id.replace(/^<(.*)@.*>$/, '$1')));
  expect(ledger.filter((message) => message.status === 'sent' && !arrived.has(message.id))).toEqual([]);
  expect(arrivals.length).toBeGreaterThanOrEqual(ledger.filter((message) => message.status === 'sent').length);
});

async function enrolLeads({ db, runtime, workspaceId }: Stack): Promise<string> {
  await db.client.template.create({
    data: {
      workspaceId,
      key: 'hello',
      channel: 'email',
      name: 'Hello',
      subject: 'Hello {{ lead.name }}',
      body: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ lead.name }}</mj-text></mj-column></mj-section></mj-body></mjml>',
    },
  });
  const journeyId = await publishDocument(db, workspaceId, twoMails);
  for (let index = 0; index < LEADS; index += 1) {
    const { leadId } = await runtime.upsertLead({
      workspaceId,
      policy: 'fill',
      fields: { name: `Lead ${index}`, email: `lead-${index}@company.example` },
      consents: [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }],
    });
    await runtime.enrol({ workspaceId, journeyId, leadId });
  }
  return journeyId;
}

async function until(holds: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so after ${patience} ms.`);
    await pause(100);
  }
}
