import type { Db, Prisma } from '@tendril/db';
import type { Sentence } from '@tendril/journey/model';
import type { MessageRow } from '../../api/views.ts';

/** A row of the message ledger as pages show it. */
export function messageRow(message: Prisma.MessageGetPayload<object>, leadName: string | null, journeys: ReadonlyMap<string, string>): MessageRow {
  const { id, leadId, journeyId, channel, templateKey, address, subject, status, reason, plannedAt, settledAt } = message;
  return {
    id,
    leadId,
    leadName,
    journeyId,
    journeyName: journeys.get(journeyId) ?? null,
    channel,
    templateKey,
    address,
    subject,
    status: status as MessageRow['status'],
    reason: reason as Sentence | null,
    plannedAt: plannedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

/** The names of the journeys that planned these messages, by id. */
export async function journeyNames(client: Db['client'], messages: readonly { readonly journeyId: string }[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(messages.map(({ journeyId }) => journeyId))];
  const journeys = await client.journey.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(journeys.map(({ id, name }) => [id, name]));
}
