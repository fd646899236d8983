import { countSend } from '../breakers/count-send.ts';
import { inTransaction } from '../work/in-transaction.ts';
import { openWork, type RuntimeParts } from '../work/work.ts';
import { MessageMissing } from './claim-message.ts';
import { lookAgain } from './hold-message.ts';
import type { Settlement } from './message-claim.ts';

/**
 * Says what became of a claimed message. Only a row that is `sending` can be settled, or one that is `unknown` and about
 * which something is known at last; every other row stays as it is.
 * @throws MessageMissing
 */
export async function settleMessage(parts: RuntimeParts, settlement: Settlement): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    const message = await tx.message.findUnique({
      where: { id: settlement.messageId },
      select: { id: true, workspaceId: true, leadId: true, channel: true, journeyId: true },
    });
    if (message === null) throw new MessageMissing(`There is no message ${settlement.messageId}.`);
    const work = await openWork(parts, tx, message.workspaceId);
    const { status, reason, providerId, subject } = settlement;
    const from = status === 'sent' || status === 'failed' ? ['sending', 'unknown'] : ['sending'];
    const { count } = await tx.message.updateMany({
      where: { id: settlement.messageId, status: { in: from } },
      data: {
        ...fateOf(status, new Date(work.now)),
        ...(reason === undefined ? {} : { reason: { ...reason } }),
        ...(providerId === undefined ? {} : { providerId }),
        ...(subject === undefined ? {} : { subject }),
      },
    });
    if (count > 0) await countSend(work, message, settlement);
    // What did not go out takes nobody's place.
    if (status === 'failed' || status === 'skipped') await lookAgain(work, message.leadId);
  });
}

function fateOf(status: Settlement['status'], settledAt: Date) {
  switch (status) {
    case 'handed-over':
      return {};
    case 'not-sent':
      return { status: 'planned', sendingAt: null };
    case 'sent':
    case 'failed':
    case 'unknown':
    case 'skipped':
      return { status, settledAt };
  }
}
