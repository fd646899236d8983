import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

let engine: TestEngine;
let marketer: TestPerson;
let email: string;
let wecom: string;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
  const templates = await marketer.api.messages.templates.query();
  email = templates.find(({ channel }) => channel === 'email')?.key ?? '';
  wecom = templates.find(({ channel }) => channel === 'wecom')?.key ?? '';
});
afterAll(() => engine[Symbol.asyncDispose]());

const send = (input: Parameters<TestPerson['api']['tryOut']['sendTest']['mutate']>[0]) => marketer.api.tryOut.sendTest.mutate(input);
const typed = (address: string) => ({ is: 'address', address }) as const;

test('those who can get a test are the members, the caller first', async () => {
  const people = await marketer.api.tryOut.recipients.query();
  expect(people.map(({ name, isCaller, onWecom }) => ({ name, isCaller, onWecom }))).toEqual([
    { name: 'The marketer', isCaller: true, onWecom: false },
    { name: 'The admin', isCaller: false, onWecom: false },
    { name: 'The manager', isCaller: false, onWecom: false },
    { name: 'The sdr', isCaller: false, onWecom: true },
  ]);
});

test('a test is left for the channel’s queue, with who asked for it in the audit log', async () => {
  const lead = await marketer.api.leads.create.mutate({ name: 'Li', email: 'li@cn001.example', consentEmail: false });
  const { id } = await send({ templateKey: email, leadId: lead.id, to: { is: 'member', userId: marketer.userId } });
  expect(await marketer.api.tryOut.testSend.query({ id })).toMatchObject({
    status: 'queued',
    channel: 'email',
    address: marketer.email,
    reason: null,
  });
  const [item] = await engine.db.client.outboxItem.findMany({ where: { kind: 'test' } });
  expect(item).toMatchObject({ runId: id, payload: { queue: 'email' } });
  const [deed] = await engine.db.client.auditEntry.findMany({ where: { action: 'template.tested' } });
  expect(deed).toMatchObject({ userId: marketer.userId, subjectId: email, detail: { to: marketer.email, leadId: lead.id } });
  const admin = await engine.as('admin');
  expect(await refusalOf(admin.api.tryOut.testSend.query({ id }))).toMatchObject({ sentence: 'test.missing' });
});

test('a WeCom test reaches a colleague’s phone, and says who has none', async () => {
  const sdr = await engine.as('sdr');
  const { id } = await send({ templateKey: wecom, to: { is: 'member', userId: sdr.userId } });
  expect(await marketer.api.tryOut.testSend.query({ id })).toMatchObject({ channel: 'wecom', address: 'zhangsan' });
  const none = send({ templateKey: wecom, to: { is: 'member', userId: marketer.userId } });
  expect(await refusalOf(none)).toMatchObject({ sentence: 'test.no-wecom', params: { name: 'The marketer' } });
});

test('what cannot be sent is refused with its reason', async () => {
  expect(await refusalOf(send({ templateKey: 'gone', to: typed('a@cn001.example') }))).toMatchObject({ sentence: 'template.missing' });
  expect(await refusalOf(send({ templateKey: email, to: typed('a@cn001.example, b@cn001.example') }))).toMatchObject({
    sentence: 'test.address-invalid',
  });
  expect(await refusalOf(send({ templateKey: wecom, to: typed('a@cn001.example') }))).toMatchObject({ sentence: 'test.address-invalid' });
  await engine.db.client.suppression.create({
    data: { workspaceId: engine.workspaceId, channel: 'email', address: 'no@cn001.example', reason: 'complaint', source: 'test', at: new Date() },
  });
  expect(await refusalOf(send({ templateKey: email, to: typed('NO@cn001.example') }))).toMatchObject({ sentence: 'test.suppressed' });
  const manager = await engine.as('manager');
  const forbidden = manager.api.tryOut.sendTest.mutate({ templateKey: email, to: typed('a@cn001.example') });
  expect(await refusalOf(forbidden)).toMatchObject({ status: 403 });
});

test('nobody writes to a list by tests, however many are asked for at once', async () => {
  const admin = await engine.as('admin');
  const asked = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => admin.api.tryOut.sendTest.mutate({ templateKey: email, to: typed(`p${index}@cn001.example`) })),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
  expect(await refusalOf(admin.api.tryOut.sendTest.mutate({ templateKey: email, to: typed('x@cn001.example') }))).toMatchObject({
    status: 429,
    sentence: 'test.too-many',
    params: { limit: 30 },
  });
});
