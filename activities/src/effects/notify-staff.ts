import { renderText } from '@tendril/content/templates';
import { type ClaimedMessage, templateValues } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';
import { tryAgain } from '../failures.ts';
import { implementNode, type Performed } from '../implement-node.ts';
import { performedBy } from '../performed-by.ts';
import { takeMessage } from '../take-message.ts';
import { settle } from './settle.ts';

/** What is said when the step brings no text of its own. */
const GENERAL_TEXT = '客户「{{ lead.name }}」{% if company %}（{{ company.name }}）{% endif %}有新的动态,请关注。当前评分 {{ lead.score }}。';

/**
 * Tells colleagues something about a lead, by WeCom. The provider drops a second copy of the same note by itself, so
 * unlike messages to leads this one may be tried again.
 */
export const notifyStaff = implementNode({
  effect: 'notifyStaff',
  queue: 'wecom',
  perform: async (parts, request) => {
    const claim = await takeMessage(parts, request);
    return claim.state === 'claimed' ? tell(parts, claim.message) : performedBy(claim);
  },
});

async function tell(parts: EffectParts, message: ClaimedMessage): Promise<Performed> {
  const { id, workspaceId, config, lead, workspace } = message;
  const fail = (code: string, text: string) => settle(parts, { messageId: id, status: 'failed', reason: { code, params: { text } } });
  const people = peopleIn(message);
  if (people.length === 0) return fail('staff.nobody', '');
  const wecom = await parts.channels.wecom(workspaceId);
  if (wecom === null) return fail('message.channel-not-set-up', 'wecom');
  const source = typeof config['text'] === 'string' && config['text'] !== '' ? config['text'] : GENERAL_TEXT;
  const rendered = renderText(source, templateValues(lead, workspace));
  if (!rendered.ok) return fail(rendered.problem.code, '');

  const answer = await wecom.tellStaff({ people, text: rendered.text });
  switch (answer.is) {
    case 'sent':
      return settle(parts, { messageId: id, status: 'sent', subject: rendered.text.slice(0, 80) });
    case 'refused':
      return fail('staff.unreachable', answer.text);
    case 'not-sent':
      await parts.runtime.settleMessage({ messageId: id, status: 'not-sent', reason: { code: 'wecom.not-sent', params: { text: answer.text } } });
      throw tryAgain('staff.unreachable', answer.text, answer.pauseMs ?? undefined);
  }
}

function peopleIn({ config, lead }: ClaimedMessage): readonly string[] {
  const named = config['people'];
  if (Array.isArray(named)) return named.filter((person) => typeof person === 'string');
  return lead.owner === null ? [] : [lead.owner];
}
