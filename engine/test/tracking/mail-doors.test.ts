import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, startTestEngine, type TestEngine } from '../start-test-engine.ts';

const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'accept-language': 'en',
};

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

/** A mail that was sent a minute ago to a lead of its own who agreed to it. */
async function sentMail(settledAgoMs = 60_000) {
  const { workspaceId } = engine;
  const email = `${randomUUID()}@reader.example`;
  const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' } as const];
  const { leadId } = await engine.engine.runtime.upsertLead({ workspaceId, fields: { email }, policy: 'fill', consents });
  const at = new Date(Date.now() - settledAgoMs);
  const message = await engine.db.client.message.create({
    data: {
      workspaceId,
      leadId,
      journeyId: randomUUID(),
      runId: randomUUID(),
      nodeId: 'mail',
      step: 0,
      channel: 'email',
      topic: 'nurture',
      templateKey: 'thank-you',
      address: email,
      status: 'sent',
      plannedAt: at,
      settledAt: at,
    },
  });
  return { leadId, email, messageId: message.id };
}

/** A link as the worker writes it, on this server. */
const here = (link: string): string => new URL(link).pathname;

const eventsOf = (leadId: string, name: string) => engine.db.client.event.findMany({ where: { leadId, name } });

describe('a link in a mail', () => {
  test('leads where it says at once, and is recorded as a person’s click', async () => {
    const { leadId, messageId } = await sentMail();
    const target = 'https://www.vendor.example/pricing?plan=pro&x=1';
    const answer = await engine.fetch(here(engine.engine.links.click(messageId, target)), { redirect: 'manual', headers: BROWSER });
    expect({ status: answer.status, location: answer.headers.get('location'), cache: answer.headers.get('cache-control') }).toEqual({
      status: 302,
      location: target,
      cache: 'no-store, max-age=0',
    });
    const [event] = await eventually(async () => {
      const events = await eventsOf(leadId, 'Email Clicked');
      return events.length > 0 && events;
    });
    expect(event?.properties).toMatchObject({ messageId, url: target, human: true, template: 'thank-you' });
  });

  test('clicked twice in a moment is one click', async () => {
    const { leadId, messageId } = await sentMail();
    const path = here(engine.engine.links.click(messageId, 'https://www.vendor.example/a'));
    engine.clock.at = Math.floor(Date.now() / 10_000) * 10_000;
    await Promise.all([1, 2, 3].map(() => engine.fetch(path, { redirect: 'manual', headers: BROWSER })));
    await eventually(async () => (await eventsOf(leadId, 'Email Clicked')).length > 0);
    engine.clock.at = null;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await eventsOf(leadId, 'Email Clicked')).toHaveLength(1);
  });

  test('followed by a scanner together with all others is recorded, but as no person’s', async () => {
    const { leadId, messageId } = await sentMail();
    const links = ['a', 'b', 'c', 'd'].map((page) => here(engine.engine.links.click(messageId, `https://www.vendor.example/${page}`)));
    await Promise.all(links.map((path) => engine.fetch(path, { redirect: 'manual', headers: BROWSER })));
    const events = await eventually(async () => {
      const seen = await eventsOf(leadId, 'Email Clicked');
      return seen.length === 4 && seen;
    });
    expect(events.map(({ properties }) => (properties as { human: boolean }).human)).toEqual([false, false, false, false]);
  });

  test('followed in the second the mail arrived is no person’s', async () => {
    const { leadId, messageId } = await sentMail(0);
    await engine.fetch(here(engine.engine.links.click(messageId, 'https://www.vendor.example/')), { redirect: 'manual', headers: BROWSER });
    const [event] = await eventually(async () => {
      const seen = await eventsOf(leadId, 'Email Clicked');
      return seen.length > 0 && seen;
    });
    expect(event?.properties).toMatchObject({ human: false });
  });

  test('that somebody changed leads nowhere', async () => {
    const { messageId } = await sentMail();
    const path = here(engine.engine.links.click(messageId, 'https://www.vendor.example/'));
    const [head = '', payload = '', seal = ''] = path.split('.');
    const evil = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('vendor', 'evil')).toString('base64url');
    const answer = await engine.fetch(`${head}.${evil}.${seal}`, { redirect: 'manual', headers: BROWSER });
    expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({ status: 404, location: null });
  });
});

test('a loaded picture is noted once an hour and decides nothing', async () => {
  const { leadId, messageId } = await sentMail();
  const path = here(engine.engine.links.open(messageId));
  const answer = await engine.fetch(path);
  expect(answer.headers.get('content-type')).toBe('image/gif');
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(60);
  await engine.fetch(path);
  await eventually(async () => (await eventsOf(leadId, 'Email Opened')).length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await eventsOf(leadId, 'Email Opened')).toHaveLength(1);
  expect((await engine.db.client.lead.findUniqueOrThrow({ where: { id: leadId } })).lastSeenAt).toBeNull();
});

describe('unsubscribing', () => {
  const linkOf = (mail: { messageId: string; leadId: string }): string =>
    here(engine.engine.links.unsubscribe({ ...mail, channel: 'email', topic: 'nurture' }));
  const standing = async (leadId: string) =>
    (await engine.db.client.consent.findFirstOrThrow({ where: { leadId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })).status;

  test('the page asks in the reader’s language and does nothing by itself', async () => {
    const mail = await sentMail();
    const english = await engine.fetch(linkOf(mail), { headers: { 'accept-language': 'en-GB,zh;q=0.5' } });
    expect({ status: english.status, type: english.headers.get('content-type') }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await english.text()).toContain('<button>Unsubscribe</button>');
    const chinese = await (await engine.fetch(linkOf(mail), { headers: { 'accept-language': 'zh-CN' } })).text();
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).not.toContain(mail.email);
    expect(await (await engine.fetch(`${linkOf(mail)}?lang=en`, { headers: { 'accept-language': 'zh-CN' } })).text()).toContain('lang="en"');
    expect(await standing(mail.leadId)).toBe('granted');
  });

  test('a mail program does it with one POST, without cookies or redirects, as often as it likes', async () => {
    const mail = await sentMail();
    for (const contentType of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await engine.fetch(linkOf(mail), {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': contentType },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(answer.status).toBe(200);
    }
    expect(await standing(mail.leadId)).toBe('withdrawn');
    expect(await eventsOf(mail.leadId, 'Unsubscribed')).toHaveLength(1);
    expect(await engine.db.client.suppression.count({ where: { channel: 'email', address: mail.email, reason: 'unsubscribe' } })).toBe(1);
    const view = await engine.engine.runtime.snapshot({ workspaceId: engine.workspaceId, leadId: mail.leadId });
    expect(view?.consent['email/nurture']).toBe('withdrawn');
  });

  test('the short address does the same', async () => {
    const mail = await sentMail();
    expect((await engine.fetch(linkOf(mail).replace('/t/u/', '/u/'), { method: 'POST' })).status).toBe(200);
    expect(await standing(mail.leadId)).toBe('withdrawn');
  });

  test('a link of another kind does not unsubscribe', async () => {
    const mail = await sentMail();
    const token = here(engine.engine.links.open(mail.messageId)).split('/').at(-1);
    expect((await engine.fetch(`/t/u/${token}`, { method: 'POST' })).status).toBe(404);
    expect(await standing(mail.leadId)).toBe('granted');
  });
});
