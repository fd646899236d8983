import { Prisma } from '@tendril/db';
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

/** Where a message comes from. */
export interface MessagePlace extends StepPlace {
  readonly node: string;
  readonly facts: LeadFacts;
  /** Its journey's, 0 to 100. */
  readonly priority: number;
  /** The run has a message that was held back, which this one takes the place of. */
  readonly held: boolean;
}

/** Writes the ledger row of a message in the transaction that decided to send it. Whether it may go out is asked again then. */
export async function planMessage(work: Work, effect: Extract<Effect, { type: 'plan-message' }>, place: MessagePlace): Promise<void> {
  const data = { ...messageData(work, effect, place), status: 'planned' };
  if (place.held) await overHeld(work, place.run.id, { ...data, heldUntil: new Date(work.now) });
  else await work.tx.message.create({ data });
}

/** Writes over the run's message that was held back, if there is one, so that it keeps its turn; else a new row. */
export async function overHeld(
  work: Work,
  runId: string,
  data: ReturnType<typeof messageData> & { readonly status: string; readonly heldUntil?: Date },
): Promise<void> {
  const { id: _, plannedAt: __, ...rest } = data;
  const fresh = { reason: Prisma.DbNull, ...rest };
  const { count } = await work.tx.message.updateMany({ where: { runId, status: 'held' }, data: fresh });
  if (count === 0) await work.tx.message.create({ data });
}

/** A new row of the ledger. */
export function messageData(
  work: Work,
  { channel, template, topic }: { readonly channel: string; readonly template: string; readonly topic: string | null },
  place: MessagePlace,
) {
  const lead = work.leads.require(place.leadId);
  const { address, sender } = addressFor(channel, lead, place.facts);
  return {
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
    priority: place.priority,
    plannedAt: new Date(work.now),
  };
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
