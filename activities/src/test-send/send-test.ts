import { footerLocale, renderEmail, renderWecom } from '@tendril/content/templates';
import type { Prisma } from '@tendril/db';
import type { JsonObject, Locale } from '@tendril/journey/model';
import { madeUpLead, type TemplateValues, templateValues } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';

type Test = Prisma.TestSendGetPayload<object>;

/** What came of a test. `reason` is one of the message reasons that the pages translate. */
interface TestResult {
  readonly status: 'sent' | 'failed' | 'unknown';
  readonly subject?: string;
  readonly reason?: { readonly code: string; readonly params: JsonObject };
}

/** Marks every test, so that nobody takes one for a message to a lead. */
const MARK = '[Test] ';

/** A test that nobody waits for any more is not sent: it would surprise its reader (real ms). */
const STALE_AFTER_MS = 10 * 60_000;

/**
 * Sends one test through the workspace's own channel and records what came of it. It touches no ledger: no cap counts it,
 * its links are not tracked, and its unsubscribe link leads nowhere. At most once: a test found under way is `unknown`.
 */
export async function sendTest(parts: EffectParts, testId: string): Promise<void> {
  const { testSend } = parts.db.client;
  const claimed = await testSend.updateMany({ where: { id: testId, status: 'queued' }, data: { status: 'sending' } });
  const test = await testSend.findUnique({ where: { id: testId } });
  if (test === null || test.settledAt !== null) return;
  const result = claimed.count === 1 ? await attempt(parts, test) : failure('message.no-report', '', 'unknown');
  const { status, subject, reason } = result;
  await testSend.updateMany({
    where: { id: testId, status: 'sending' },
    data: { status, settledAt: new Date(parts.now()), ...(subject === undefined ? {} : { subject }), ...(reason === undefined ? {} : { reason }) },
  });
}

async function attempt(parts: EffectParts, test: Test): Promise<TestResult> {
  if (parts.now() - test.createdAt.getTime() > STALE_AFTER_MS) return failure('test.too-late');
  const { workspaceId, templateKey } = test;
  const template = await parts.db.client.template.findUnique({ where: { workspaceId_key: { workspaceId, key: templateKey } } });
  if (template === null) return { status: 'failed', reason: { code: 'message.no-template', params: { template: templateKey } } };
  const values = await valuesFor(parts, test);
  if (values === null) return failure('test.lead-gone');
  return test.channel === 'wecom' ? tellColleague(parts, test, { body: template.body, values }) : mail(parts, test, { template, values });
}

/** The values of the lead that was chosen, or of the made-up one; null if the lead is gone. */
async function valuesFor({ db, runtime }: EffectParts, { workspaceId, leadId, locale }: Test): Promise<TemplateValues | null> {
  const workspace = await db.client.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true, locale: true } });
  const lead = leadId === null ? madeUpLead(locale as Locale) : await runtime.snapshot({ workspaceId, leadId });
  return lead === null ? null : templateValues(lead, workspace);
}

async function mail(
  { channels, links }: EffectParts,
  { id, workspaceId, address }: Test,
  { template, values }: { readonly template: { readonly subject: string; readonly body: string }; readonly values: TemplateValues },
): Promise<TestResult> {
  const channel = await channels.email(workspaceId);
  if (channel === null) return failure('message.channel-not-set-up');
  const { locale } = values.lead;
  const unsubscribeUrl = links.nowhere;
  const mailed = await renderEmail(template, {
    data: values,
    locale: footerLocale(typeof locale === 'string' ? locale : null),
    links: { unsubscribeUrl, click: null, openPixelUrl: null },
  });
  if (!mailed.ok) return { status: 'failed', reason: { code: mailed.problems[0].code, params: { ...mailed.problems[0].params } } };
  const subject = `${MARK}${mailed.subject}`;
  const { html, text } = mailed;
  const outcome = await channel.send({ messageId: id, to: address, subject, html, text, unsubscribeUrl });
  switch (outcome.is) {
    case 'sent':
      return { status: 'sent', subject };
    case 'unknown':
      return { ...failure('message.unknown', outcome.text, 'unknown'), subject };
    case 'refused':
      return { ...failure(`email.${outcome.why}`, outcome.text), subject };
    case 'not-sent':
      return { ...failure(outcome.again ? 'test.not-sent' : 'email.config', outcome.text), subject };
  }
}

/** A customer's message needs a colleague's thumb; a test of it goes to the colleague's own phone, as the app's message. */
async function tellColleague(
  { channels }: EffectParts,
  { workspaceId, address }: Test,
  { body, values }: { readonly body: string; readonly values: TemplateValues },
): Promise<TestResult> {
  const wecom = await channels.wecom(workspaceId);
  if (wecom === null) return failure('message.channel-not-set-up');
  const rendered = renderWecom(body, values);
  if (!rendered.ok) return { status: 'failed', reason: { code: rendered.problem.code, params: { ...rendered.problem.params } } };
  const outcome = await wecom.tellStaff({ people: [address], text: `${MARK}${rendered.text}`, mayRepeat: true });
  switch (outcome.is) {
    case 'sent':
      return { status: 'sent' };
    case 'refused':
      return failure('wecom.refused', outcome.text);
    case 'not-sent':
      return failure('test.not-sent', outcome.text);
  }
}

function failure(code: string, text = '', status: 'failed' | 'unknown' = 'failed'): TestResult {
  return { status, reason: { code, params: { text } } };
}
