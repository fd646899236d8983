import { z } from 'zod';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { withBody } from './read-body.ts';

const Update = z.object({
  userids: z.array(z.string()).default([]),
  atall: z.number().default(0),
  agentid: z.coerce.number().int(),
  response_code: z.string(),
  button: z.object({ replace_name: z.string().min(1) }).optional(),
  template_card: z.record(z.string(), z.unknown()).optional(),
});

/**
 * POST message/update_template_card: makes the buttons of a card dead, with a word in their place, or replaces the card.
 * A response code is good for one update within 72 hours; WeCom's errcode for a spent one is not documented (42014–42020
 * are about tasks of cards), 42016 is our guess.
 */
export function updateTemplateCard(standIn: StandIn, body: unknown): Answer {
  return withBody(Update, body, ({ userids, atall, agentid, response_code, button, template_card }) => {
    if (agentid !== standIn.settings.agentId) return refuse(42015, 'agent of the update and of the message differ');
    const { responseCodes, notices } = standIn.store.state;
    const code = responseCodes.find((one) => one.code === response_code && one.usedAt === null && one.expiresAt > standIn.now());
    if (code === undefined) return refuse(42016, 'response_code unknown, expired or used');
    if (button === undefined && template_card === undefined) return refuse(40058, 'button and template_card are both missing');
    const cards = notices.filter((notice) => notice.msgid === code.msgid && (atall === 1 || userids.includes(notice.userid)));
    const updated = new Set(cards.map(({ userid }) => userid));
    change(standIn, () => {
      code.usedAt = standIn.now();
      for (const card of cards) {
        if (template_card !== undefined) Object.assign(card, { content: template_card, pressed: [], replacedBy: null });
        else card.replacedBy = button?.replace_name ?? null;
      }
    });
    return ok({ invaliduser: userids.filter((userid) => !updated.has(userid)) });
  });
}
