import { footerLocale, renderEmail } from '@tendril/content/templates';
import type { ClaimedMessage, Settlement } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';
import { giveUp, tryAgain } from '../failures.ts';
import { implementNode, type Performed } from '../implement-node.ts';
import { messageData } from '../message-data.ts';
import { performedBy } from '../performed-by.ts';

/**
 * Sends the email that its step planned. At most once: the ledger row is taken before anything goes out, and an attempt
 * that never reports back leaves it `unknown`. Only a mail that certainly did not leave is given back and tried again.
 */
export const sendEmail = implementNode({
  effect: 'sendEmail',
  queue: 'email',
  perform: async (parts, request) => {
    const claim = await parts.runtime.claimMessage(request);
    if (claim.state === 'claimed') return send(parts, claim.message);
    return performedBy(claim);
  },
});

async function send(parts: EffectParts, message: ClaimedMessage): Promise<Performed> {
  const { id, leadId, topic, address } = message;
  const settle = (settlement: Omit<Settlement, 'messageId'>): Promise<Performed> => settled(parts, { messageId: id, ...settlement });
  const channel = await parts.channels.email(message.workspaceId);
  if (channel === null) return settle({ status: 'failed', reason: { code: 'message.channel-not-set-up', params: { channel: 'email' } } });

  const unsubscribeUrl = parts.links.unsubscribe({ messageId: id, leadId, channel: 'email', topic: topic ?? '' });
  const mail = await renderEmail(message.template, {
    data: messageData(message),
    locale: footerLocale(message.lead.locale ?? message.workspace.locale),
    links: { unsubscribeUrl, click: (url) => parts.links.click(id, url), openPixelUrl: parts.links.open(id) },
  });
  if (!mail.ok) return settle({ status: 'failed', reason: { code: mail.problems[0].code, params: { ...mail.problems[0].params } } });

  const { subject, html, text } = mail;
  const outcome = await channel.send({ messageId: id, to: address, subject, html, text, unsubscribeUrl });
  switch (outcome.is) {
    case 'sent':
      return settle({ status: 'sent', subject, ...(outcome.serverId === null ? {} : { providerId: outcome.serverId }) });
    case 'unknown':
      return settle({ status: 'unknown', subject, reason: { code: 'message.unknown', params: { text: outcome.text } } });
    case 'refused':
      if (outcome.why === 'address') await recordBounce(parts, message, outcome.text);
      return settle({ status: 'failed', subject, reason: { code: `email.${outcome.why}`, params: { text: outcome.text } } });
    case 'not-sent':
      await parts.runtime.settleMessage({ messageId: id, status: 'not-sent', reason: { code: 'email.not-sent', params: { text: outcome.text } } });
      if (!outcome.again) throw giveUp('email.config', outcome.text);
      throw tryAgain('email.not-sent', outcome.text, outcome.pauseMs ?? undefined);
  }
}

async function settled(parts: EffectParts, settlement: Settlement): Promise<Performed> {
  await parts.runtime.settleMessage(settlement);
  const { messageId, status, reason } = settlement;
  return { outcome: status, result: { messageId, ...(reason === undefined ? {} : { reason: { code: reason.code, params: reason.params } }) } };
}

/** The server says that there is no such mailbox: nobody is to write there again. */
async function recordBounce(parts: EffectParts, { id, workspaceId, leadId, address }: ClaimedMessage, text: string): Promise<void> {
  await parts.runtime.recordEvents({
    workspaceId,
    events: [{ messageId: `bounce/${id}`, type: 'email', name: 'Email Bounced', leadId, properties: { messageId: id, hard: true, address, text } }],
  });
}
