import type { Db } from '../create-db.ts';

/** A WeCom task to be looked at, with what is needed to tell its journey. */
export interface DueWecomTask {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceKind: string;
  readonly messageId: string;
  readonly leadId: string;
  readonly address: string;
  readonly msgid: string;
  readonly sender: string;
  /** How often it was looked at before. */
  readonly polls: number;
}

/** Leases tasks that are due, the longest overdue first, and counts the look. Times are real time. */
export function claimDueTasks(db: Db, order: { now: Date; leaseUntil: Date; limit: number }): Promise<readonly DueWecomTask[]> {
  return db.client.$queryRaw<DueWecomTask[]>`
    WITH due AS (
      SELECT "id" FROM "WecomTask" WHERE "status" = 'awaiting-staff' AND "nextPollAt" <= ${order.now}
      ORDER BY "nextPollAt" LIMIT ${order.limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE "WecomTask" t SET "nextPollAt" = ${order.leaseUntil}, "polls" = t."polls" + 1 FROM due WHERE t."id" = due."id" RETURNING t.*
    )
    SELECT t."id", t."workspaceId", w."kind" AS "workspaceKind", t."messageId", m."leadId", m."address", t."msgid", t."sender", t."polls" - 1 AS "polls"
    FROM taken t JOIN "Message" m ON m."id" = t."messageId" JOIN "Workspace" w ON w."id" = t."workspaceId"`;
}
