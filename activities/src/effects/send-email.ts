import { footerLocale, renderEmail } from '@tendril/content/templates';
import { type ClaimedMessage, type Settlement, templateValues } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';
import { giveUp, tryAgain } from '../failures.ts';
import { implementNode, type Performed } from '../implement-node.ts';
import { performedBy } from '../performed-by.ts';
import { takeMessage } from '../take-message.ts';
import { settle } from './settle.ts';

/**
 * Sends the email that its step planned. At most once: the ledger row is taken before anything goes out, and an attempt
 * that never reports back leaves it `unknown`. Only a mail that certainly did not leave is given back and tried again.
 */
export const sendEmail = implementNode({
  effect: 'sendEmail',
  queue: 'email',
  perform: async (parts, request) => {
    const claim = await takeMessage(parts, request);
    if (claim.state === 'claimed') return send(parts, claim.message);
    return performedBy(claim);
  },
});

async function send(parts: EffectParts, message: ClaimedMessage): Promise<Performed> {
  const { id, leadId, topic, address } = message;
  const end = (settlement: Omit<Settlement, 'messageId'>): Promise<Performed> => settle(parts, { messageId: id, ...settlement });
  const channel = await parts.channels.email(message.workspaceId);
  if (channel === null) return end({ status: 'failed', reason: { code: 'message.channel-not-set-up', params: { channel: 'email' } } });

  const unsubscribeUrl = parts.links.unsubscribe({ messageId: id, leadId, channel: 'email', topic: topic ?? '' });
  const mail = await renderEmail(message.template, {
    data: templateValues(message.lead, message.workspace),
    locale: footerLocale(message.lead.locale ?? message.workspace.locale),
    links: { unsubscribeUrl, click: (url) => parts.links.click(id, url), openPixelUrl: parts.links.open(id) },
  });
  if (!mail.ok) return end({ status: 'failed', reason: { code: mail.problems[0].code, params: { ...mail.problems[0].params } } });

  const { subject, html, text } = mail;
  const outcome = await channel.send({ messageId: id, to: address, subject, html, text, unsubscribeUrl });
  switch (outcome.is) {
    case 'sent':
      return end({ status: 'sent', subject, ...(outcome.serverId === null ? {} : { providerId: outcome.serverId }) });
    case 'unknown':
      return end({ status: 'unknown', subject, reason: { code: 'message.unknown', params: { text: outcome.text } } });
    case 'refused':
      if (outcome.why === 'address') await recordBounce(parts, message, outcome.text);
      return end({ status: 'failed', subject, reason: { code: `email.${outcome.why}`, params: { text: outcome.text } } });
    case 'not-sent':
      await parts.runtime.settleMessage({ messageId: id, status: 'not-sent', reason: { code: 'email.not-sent', params: { text: outcome.text } } });
      if (!outcome.again) throw giveUp('email.config', outcome.text);
      throw tryAgain('email.not-sent', outcome.text, outcome.pauseMs ?? undefined);
  }
}

/** The server says that there is no such mailbox: nobody is to write there again. */
async function recordBounce(parts: EffectParts, { id, workspaceId, leadId, address }: ClaimedMessage, text: string): Promise<void> {
  await parts.runtime.recordEvents({
    workspaceId,
    events: [{ messageId: `bounce/${id}`, type: 'email', name: 'Email Bounced', leadId, properties: { messageId: id, hard: true, address, text } }],
  });
}
