import type { LeadFacts } from '@tendril/db/queries';
import type { Effect } from '@tendril/journey/model';
import type { LeadRow } from '../leads/lead-row.ts';
import type { StepPlace } from '../runs/trail.ts';
import type { Work } from '../work/work.ts';

/** To whom a message goes, and who sends it. */
export interface Addressing {
  readonly address: string | null;
  /** WeCom userid of the colleague who sends. */
  readonly sender: string | null;
}

/** Writes the ledger row of a message in the transaction that decided to send it. Whether it may go out is asked again then. */
export async function planMessage(
  work: Work,
  { channel, template, topic }: Extract<Effect, { type: 'plan-message' }>,
  place: StepPlace & { readonly node: string; readonly facts: LeadFacts },
): Promise<void> {
  const lead = work.leads.require(place.leadId);
  const { address, sender } = addressFor(channel, lead, place.facts);
  await work.tx.message.create({
    data: {
      id: work.newId(),
      workspaceId: work.workspace.id,
      leadId: lead.id,
      journeyId: place.run.journeyId,
      runId: place.run.id,
      nodeId: place.node,
      step: place.step,
      channel,
      topic,
      templateKey: template,
      address: address ?? '',
      sender,
      plannedAt: new Date(work.now),
    },
  });
}

/** Where a lead is reached on a channel; on WeCom through its owner if they are friends, else through its oldest friend. */
export function addressFor(channel: string, { texts }: LeadRow, { contacts }: LeadFacts): Addressing {
  switch (channel) {
    case 'email':
      return { address: texts.email, sender: null };
    case 'sms':
      return { address: texts.phone, sender: null };
    case 'wecom': {
      const friend = contacts.find(({ staffUserId }) => staffUserId === texts.owner) ?? contacts[0];
      return { address: friend?.externalUserId ?? null, sender: friend?.staffUserId ?? null };
    }
    default:
      return { address: null, sender: null };
  }
}
