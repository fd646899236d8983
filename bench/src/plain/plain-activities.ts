import { renderEmail, renderText } from '@tendril/content/templates';
import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import { createTransport } from 'nodemailer';

interface PlainLead {
  readonly runId: string;
  readonly leadId: string;
}

/** What the plain journey's steps are made from. */
export interface PlainParts {
  readonly db: Db;
  readonly runtime: Runtime;
  readonly workspaceId: string;
  readonly smtpUrl: string;
  readonly wecom: { readonly url: string; readonly corpId: string; readonly secret: string };
}

/** The activities of the plain journey, by name. */
export type PlainActivities = ReturnType<typeof createPlainActivities>;

/**
 * One activity per step. Each reads the lead, does its work, and writes one line and the run's place in a transaction: the
 * least that lets people see where a lead is.
 */
export function createPlainActivities({ db, runtime, workspaceId, smtpUrl, wecom }: PlainParts) {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 5, secure: false, ignoreTLS: true });
  const note = (lead: PlainLead, nodeId: string, more: object = {}) =>
    db.client.$transaction(async (tx) => {
      const { step } = await tx.run.update({ where: { id: lead.runId }, data: { nodeId, step: { increment: 1 }, ...more }, select: { step: true } });
      const { journeyId } = await tx.run.findUniqueOrThrow({ where: { id: lead.runId }, select: { journeyId: true } });
      const line = { runId: lead.runId, journeyId, leadId: lead.leadId, nodeId, step, seq: 0, kind: 'passed', because: {}, at: new Date() };
      await tx.trailEntry.create({ data: line });
      return { step, journeyId };
    });
  const view = async ({ leadId }: PlainLead) => {
    const seen = await runtime.snapshot({ workspaceId, leadId });
    if (seen === null) throw new Error(`There is no lead ${leadId}.`);
    return seen;
  };
  const template = (key: string) => db.client.template.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key } } });
  const ledger = (lead: PlainLead, given: { step: number; journeyId: string; channel: string; templateKey: string; address: string }) =>
    db.client.message.create({
      data: { ...given, workspaceId, leadId: lead.leadId, runId: lead.runId, nodeId: given.channel, status: 'sent', plannedAt: new Date() },
    });
  return {
    enter: async (lead: PlainLead) => void (await note(lead, 'in')),
    sendEmail: async (lead: PlainLead) => {
      const { attributes } = await view(lead);
      const { subject, body } = await template('hello');
      const data = { lead: attributes };
      const links = { unsubscribeUrl: 'http://tendril.example/u', click: (url: string) => url, openPixelUrl: 'http://tendril.example/o' };
      const mail = await renderEmail({ subject, body }, { data, locale: 'en', links });
      if (!mail.ok) throw new Error('The template cannot be rendered.');
      const address = String(attributes['email']);
      await transport.sendMail({ from: 'Tendril <hello@tendril.example>', to: address, subject: mail.subject, html: mail.html, text: mail.text });
      await ledger(lead, { ...(await note(lead, 'mail')), channel: 'email', templateKey: 'hello', address });
    },
    scoreGate: async (lead: PlainLead) => {
      const { score } = await view(lead);
      await note(lead, 'gate');
      return score.total >= 0;
    },
    sendWecom: async (lead: PlainLead) => {
      const { attributes } = await view(lead);
      const { body } = await template('hello-wecom');
      const text = renderText(body, { lead: attributes });
      const contact = await db.client.wecomContact.findFirstOrThrow({ where: { leadId: lead.leadId } });
      const token = (await (await fetch(`${wecom.url}/cgi-bin/gettoken?corpid=${wecom.corpId}&corpsecret=${wecom.secret}`)).json()) as {
        access_token: string;
      };
      const order = {
        chat_type: 'single',
        external_userid: [contact.externalUserId],
        sender: contact.staffUserId,
        text: { content: text.ok ? text.text : '' },
      };
      const answer = await fetch(`${wecom.url}/cgi-bin/externalcontact/add_msg_template?access_token=${token.access_token}`, {
        method: 'POST',
        body: JSON.stringify(order),
      });
      const { errcode } = (await answer.json()) as { errcode: number };
      if (errcode !== 0) throw new Error(`WeCom refused: ${errcode}.`);
      await ledger(lead, { ...(await note(lead, 'wecom')), channel: 'wecom', templateKey: 'hello-wecom', address: contact.externalUserId });
    },
    handToSdr: async (lead: PlainLead) => {
      const { score } = await view(lead);
      const place = await note(lead, 'sdr');
      const data = { ...place, workspaceId, leadId: lead.leadId, runId: lead.runId, nodeId: 'sdr', createdAt: new Date() };
      await db.client.handoff.create({ data: { ...data, score: { total: score.total } } });
    },
    exit: async (lead: PlainLead, outcome: string) => {
      await note(lead, 'out', { status: 'done', outcome, endedAt: new Date() });
      return outcome;
    },
  };
}
