import { readSendingFacts, type SendingRow } from '@tendril/db/queries';
import type { RivalMessage, SendingRules, SendingView } from '@tendril/journey/model';
import { NO_SENDING_RULES, readSendingRules } from '@tendril/journey/schema';
import { lookBackOf } from '@tendril/journey/sending';
import type { LeadRow } from '../leads/lead-row.ts';
import type { Work } from '../work/work.ts';

const TALKING: Readonly<Record<SendingRules['silence'], readonly string[]>> = { off: [], open: ['open', 'accepted'], accepted: ['accepted'] };

/** The workspace's rules. */
export function rulesOf({ workspace }: Work): SendingRules {
  return workspace.sendingRules === null ? NO_SENDING_RULES : readSendingRules(workspace.sendingRules);
}

/** What the arbiter looks at for a run's message. Nothing is read where no rule needs it. */
export async function seeSending(work: Work, { lead, runId }: { readonly lead: LeadRow; readonly runId: string }): Promise<SendingView> {
  const rules = rulesOf(work);
  const company = lead.company?.name ?? null;
  const lookBack = lookBackOf(rules);
  if (lookBack === 0 && rules.silence === 'off' && rules.giveUpAfter === null) return { rules, own: null, rivals: [], company, talk: null };
  const { messages, talk } = await readSendingFacts(work.tx, {
    leadId: lead.id,
    runId,
    companyId: rules.companyCaps.length === 0 ? null : (lead.company?.id ?? null),
    since: new Date(work.now - lookBack),
    talking: TALKING[rules.silence],
  });
  const own = messages.find((message) => message.own);
  return {
    rules,
    own: own === undefined ? null : { id: own.id, askedAt: own.askedAt },
    rivals: messages.filter((message) => !message.own).map(rivalOf),
    company,
    talk,
  };
}

function rivalOf({ id, toLead, channel, marketing, state, at, askedAt, journeyId, journeyName, priority }: SendingRow): RivalMessage {
  return { id, toLead, channel, marketing, state, at, askedAt, journey: { id: journeyId, name: journeyName, priority } };
}
