import type { Prisma } from '@tendril/db';
import type { HandoffRow } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';
import { handoffRow } from './handoff-row.ts';

/** Tabs of the inbox. */
export type InboxTab = 'open' | 'mine' | 'overdue' | 'closed';

/** Rows of one tab; a desk with more open leads than this has other worries than the list. */
const SHOWN = 500;

const OVER = ['closed', 'expired', 'cancelled'];

/** One tab of the inbox, and how many rows each tab has. */
export async function listInbox(
  { db, runtime }: Pick<DeskParts, 'db' | 'runtime'>,
  caller: Caller,
  { tab }: { tab: InboxTab },
): Promise<{ rows: readonly HandoffRow[]; counts: Record<InboxTab, number> }> {
  const { client } = db;
  const now = new Date(await runtime.now({ workspaceId: caller.workspaceId }));
  const tabs = tabConditions(caller, now);
  const [handoffs, open, mine, overdue, closed] = await Promise.all([
    client.handoff.findMany({ where: tabs[tab], orderBy: ORDER[tab], take: SHOWN }),
    client.handoff.count({ where: tabs.open }),
    client.handoff.count({ where: tabs.mine }),
    client.handoff.count({ where: tabs.overdue }),
    client.handoff.count({ where: tabs.closed }),
  ]);
  const [leads, people] = await Promise.all([
    client.lead.findMany({ where: { id: { in: handoffs.map(({ leadId }) => leadId) } }, include: { company: { select: { name: true } } } }),
    client.user.findMany({ where: { id: { in: handoffs.flatMap(({ assigneeId }) => assigneeId ?? []) } }, select: { id: true, name: true } }),
  ]);
  const leadById = new Map(leads.map((lead) => [lead.id, lead]));
  const nameById = new Map(people.map(({ id, name }) => [id, name]));
  const rows = handoffs.map((handoff) =>
    handoffRow(handoff, {
      lead: leadById.get(handoff.leadId),
      assignee: handoff.assigneeId === null ? null : (nameById.get(handoff.assigneeId) ?? null),
      callerId: caller.userId,
    }),
  );
  const inOrder = tab === 'closed' ? rows : rows.toSorted(mostUrgentFirst);
  return { rows: inOrder, counts: { open, mine, overdue, closed } };
}

function tabConditions({ workspaceId, userId }: Caller, now: Date): Record<InboxTab, Prisma.HandoffWhereInput> {
  const mine = { workspaceId, status: 'accepted', assigneeId: userId };
  return {
    open: { workspaceId, status: 'open' },
    mine,
    overdue: {
      OR: [
        { workspaceId, status: 'open', acceptBy: { lt: now } },
        { ...mine, respondBy: { lt: now } },
      ],
    },
    closed: { workspaceId, status: { in: OVER } },
  };
}

const ORDER: Record<InboxTab, Prisma.HandoffOrderByWithRelationInput[]> = {
  open: [{ acceptBy: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
  mine: [{ respondBy: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
  overdue: [{ createdAt: 'asc' }],
  closed: [{ closedAt: { sort: 'desc', nulls: 'last' } }],
};

/** Least time left first; of those with equal time the highest score. */
function mostUrgentFirst(a: HandoffRow, b: HandoffRow): number {
  const dueOf = ({ status, acceptBy, respondBy }: HandoffRow): string => (status === 'open' ? acceptBy : respondBy) ?? '9999';
  return dueOf(a).localeCompare(dueOf(b)) || b.score - a.score;
}
