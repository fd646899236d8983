import type { Stack } from './stack.ts';

/**
 * Copies a waiting run, with its lead and what it waits for, so many times, in PostgreSQL only: Temporal does not know the
 * copies.
 */
export async function copyWaiting({ db }: Pick<Stack, 'db'>, runId: string, count: number): Promise<void> {
  await db.client.$executeRaw`
    WITH made AS (
      SELECT uuidv7() AS "run", uuidv7() AS "lead", n FROM generate_series(1, ${count}::int) n
    ), leads AS (
      INSERT INTO "Lead" ("id", "workspaceId", "email", "createdAt", "updatedAt")
      SELECT made."lead", r."workspaceId", 'copy-' || made.n || '@company.example', now(), now() FROM made, "Run" r WHERE r."id" = ${runId}::uuid
    ), runs AS (
      INSERT INTO "Run" ("id", "workspaceId", "journeyId", "version", "programHash", "leadId", "entryKey", "nodeId", "cursor", "step", "directive", "wakeAt", "startedAt")
      SELECT made."run", r."workspaceId", r."journeyId", r."version", r."programHash", made."lead", r."entryKey", r."nodeId", r."cursor", r."step", r."directive", r."wakeAt", r."startedAt"
      FROM made, "Run" r WHERE r."id" = ${runId}::uuid
    )
    INSERT INTO "WaitSubscription" ("runId", "step", "seq", "workspaceId", "leadId", "eventName", "filter")
    SELECT made."run", w."step", w."seq", w."workspaceId", made."lead", w."eventName", w."filter"
    FROM made, "WaitSubscription" w WHERE w."runId" = ${runId}::uuid`;
  await db.client.$executeRaw`ANALYZE`;
}
