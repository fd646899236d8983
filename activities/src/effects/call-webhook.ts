import { createHmac } from 'node:crypto';
import { renderText } from '@tendril/content/templates';
import type { JsonObject } from '@tendril/journey/model';
import { type ClaimedMessage, templateValues } from '@tendril/runtime';
import type { HttpCall } from '../channels/http-caller.ts';
import type { EffectParts } from '../effect-parts.ts';
import { tryAgain } from '../failures.ts';
import { implementNode, type Performed } from '../implement-node.ts';
import { performedBy } from '../performed-by.ts';
import { takeMessage } from '../take-message.ts';
import { settle } from './settle.ts';

/**
 * Calls another system, or hands a text message to the company's SMS gateway. Every request carries the message's id, so
 * that the receiver can drop a second copy; we send it again only if it certainly did not arrive.
 */
export const callWebhook = implementNode({
  effect: 'callWebhook',
  queue: 'webhook',
  perform: async (parts, request) => {
    const claim = await takeMessage(parts, request);
    if (claim.state !== 'claimed') return performedBy(claim);
    const { message } = claim;
    const call = message.channel === 'sms' ? await smsCall(parts, message) : configuredCall(message);
    if ('problem' in call)
      return settle(parts, { messageId: message.id, status: 'failed', reason: { code: call.problem, params: { channel: message.channel } } });
    return carryOut(parts, message, call);
  },
});

async function carryOut(parts: EffectParts, { id }: ClaimedMessage, call: HttpCall): Promise<Performed> {
  const answer = await parts.http({ ...call, headers: { 'idempotency-key': id, ...call.headers } });
  switch (answer.is) {
    case 'answered':
      return settle(
        parts,
        { messageId: id, status: 'sent', subject: `${call.method} ${new URL(call.url).host}` },
        { status: answer.status, body: answer.body },
      );
    case 'refused':
      return settle(parts, { messageId: id, status: 'failed', reason: { code: 'webhook.refused', params: { text: answer.text } } });
    case 'unknown':
      return settle(parts, { messageId: id, status: 'unknown', reason: { code: 'message.unknown', params: { text: answer.text } } });
    case 'not-sent':
      await parts.runtime.settleMessage({ messageId: id, status: 'not-sent', reason: { code: 'webhook.not-sent', params: { text: answer.text } } });
      throw tryAgain('webhook.unreachable', answer.text, answer.pauseMs ?? undefined);
  }
}

type Planned = HttpCall | { readonly problem: string };

function configuredCall({ config, lead, workspace }: ClaimedMessage): Planned {
  const method = textIn(config, 'method') || 'POST';
  const url = textIn(config, 'url');
  const headers = config['headers'] as Readonly<Record<string, string>> | undefined;
  const template = textIn(config, 'body');
  const values = templateValues(lead, workspace);
  const body = template === '' ? { ok: true as const, text: JSON.stringify(values) } : renderText(template, values);
  if (!body.ok) return { problem: body.problem.code };
  return { method, url, headers: headers ?? {}, body: method === 'GET' || method === 'DELETE' ? null : body.text };
}

async function smsCall({ channels }: EffectParts, message: ClaimedMessage): Promise<Planned> {
  const { id, workspaceId, address, template, lead, workspace } = message;
  const gateway = await channels.sms(workspaceId);
  if (gateway === null) return { problem: 'message.channel-not-set-up' };
  const text = renderText(template.body, templateValues(lead, workspace));
  if (!text.ok) return { problem: text.problem.code };
  const body = JSON.stringify({ messageId: id, to: address, text: text.text });
  const signature = createHmac('sha256', gateway.secret).update(body).digest('hex');
  return { method: 'POST', url: gateway.url, headers: { 'x-tendril-signature': `sha256=${signature}` }, body };
}

function textIn(config: JsonObject, name: string): string {
  const value = config[name];
  return typeof value === 'string' ? value : '';
}
