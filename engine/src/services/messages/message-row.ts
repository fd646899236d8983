import type { Prisma } from '@tendril/db';
import type { Sentence } from '@tendril/journey/model';
import type { MessageRow } from '../../api/views.ts';

/** A row of the message ledger as pages show it. */
export function messageRow(message: Prisma.MessageGetPayload<object>, leadName: string | null): MessageRow {
  const { id, leadId, channel, templateKey, address, subject, status, reason, plannedAt, settledAt } = message;
  return {
    id,
    leadId,
    leadName,
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
