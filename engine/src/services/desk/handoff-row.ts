import type { Prisma } from '@tendril/db';
import type { Sentence } from '@tendril/journey/model';
import type { HandoffRow } from '../../api/views.ts';

/** A hand-off as stored. */
export type StoredHandoff = Prisma.HandoffGetPayload<object>;

/** What a row shows besides the hand-off's own columns. */
export interface HandoffContext {
  readonly lead:
    | {
        readonly name: string | null;
        readonly email: string | null;
        readonly title: string | null;
        readonly company: { readonly name: string } | null;
      }
    | undefined;
  /** Name of the person who accepted. */
  readonly assignee: string | null;
  readonly callerId: string;
}

/** A hand-off as the inbox shows it. Score and grade are those of the moment it was opened. */
export function handoffRow(handoff: StoredHandoff, { lead, assignee, callerId }: HandoffContext): HandoffRow {
  const { id, leadId, status, assigneeId, createdAt, acceptBy, respondBy, disposition } = handoff;
  const score = handoff.score as { readonly total?: number; readonly grade?: string | null };
  return {
    id,
    leadId,
    leadName: lead?.name ?? lead?.email ?? null,
    company: lead?.company?.name ?? null,
    title: lead?.title ?? null,
    status: status as HandoffRow['status'],
    score: score.total ?? 0,
    grade: score.grade ?? null,
    why: handoff.why as unknown as readonly Sentence[],
    assignee,
    mine: assigneeId === callerId,
    createdAt: createdAt.toISOString(),
    acceptBy: acceptBy?.toISOString() ?? null,
    respondBy: respondBy?.toISOString() ?? null,
    disposition,
  };
}
