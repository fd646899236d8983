import { renderWecom } from '@tendril/content/templates';
import { type ClaimedMessage, templateValues } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';
import { giveUp, tryAgain } from '../failures.ts';
import { implementNode, type Performed } from '../implement-node.ts';
import { performedBy } from '../performed-by.ts';
import { firstPollAt } from '../polling/poll-schedule.ts';
import { takeMessage } from '../take-message.ts';

/**
 * Creates the WeCom task that a colleague confirms on the phone. The customer gets nothing before that: the poller
 * watches the task and tells the journey. There is no idempotency key, so a call without an answer is `unknown`.
 */
export const sendWecomMessage = implementNode({
  effect: 'sendWecomMessage',
  queue: 'wecom',
  perform: async (parts, request) => {
    const claim = await takeMessage(parts, request);
    if (claim.state === 'claimed') return create(parts, claim.message);
    if (claim.state === 'handed-over') await watch(parts, { id: claim.messageId, sender: null, msgid: claim.providerId });
    return performedBy(claim);
  },
});

async function create(parts: EffectParts, message: ClaimedMessage): Promise<Performed> {
  const { id, workspaceId, address, sender } = message;
  const fail = async (outcome: 'unreachable' | 'failed' | 'unknown', code: string, text: string): Promise<Performed> => {
    const reason = { code, params: { text } };
    await parts.runtime.settleMessage({ messageId: id, status: outcome === 'unknown' ? 'unknown' : 'failed', reason });
    return { outcome, result: { messageId: id, reason } };
  };
  const wecom = await parts.channels.wecom(workspaceId);
  if (wecom === null) return fail('failed', 'message.channel-not-set-up', 'wecom');
  if (sender === null) return fail('unreachable', 'wecom.no-friend', '');
  const rendered = renderWecom(message.template.body, templateValues(message.lead, message.workspace));
  if (!rendered.ok) return fail('failed', rendered.problem.code, '');

  const answer = await wecom.createMassMessage({ sender, customers: [address], text: rendered.text });
  switch (answer.is) {
    case 'created':
      if (answer.unreachable.includes(address)) return fail('unreachable', 'wecom.unreachable', '');
      await parts.runtime.settleMessage({ messageId: id, status: 'handed-over', providerId: answer.msgid });
      await watch(parts, { id, sender, msgid: answer.msgid });
      return { outcome: 'created', result: { messageId: id } };
    case 'unreachable':
      return fail('unreachable', 'wecom.unreachable', answer.text);
    case 'refused':
      return fail('failed', 'wecom.refused', answer.text);
    case 'unknown':
      return fail('unknown', 'message.unknown', answer.text);
    case 'not-sent':
      await parts.runtime.settleMessage({ messageId: id, status: 'not-sent', reason: { code: 'wecom.not-sent', params: { text: answer.text } } });
      if (!answer.again) throw giveUp('wecom.config', answer.text);
      throw tryAgain('wecom.not-sent', answer.text, answer.pauseMs ?? undefined);
  }
}

/** Has the task polled. A second call for the same message changes nothing. */
async function watch(parts: EffectParts, task: { id: string; sender: string | null; msgid: string }): Promise<void> {
  const message = await parts.db.client.message.findUniqueOrThrow({ where: { id: task.id }, select: { workspaceId: true, sender: true } });
  const now = parts.now();
  await parts.db.client.wecomTask.createMany({
    data: [
      {
        workspaceId: message.workspaceId,
        messageId: task.id,
        msgid: task.msgid,
        sender: task.sender ?? message.sender ?? '',
        nextPollAt: firstPollAt(now),
      },
    ],
    skipDuplicates: true,
  });
}
