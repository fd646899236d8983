import type { Prisma } from '../generated/client.ts';

/**
 * Gives a message the next free turn of its destination; turns lie `gapMs` apart. All workers share the row, so the rate holds
 * over all of them. @returns when it is this message's turn, in real time
 */
export async function reserveTurn(
  tx: Prisma.TransactionClient,
  turn: { readonly workspaceId: string; readonly destination: string; readonly messageId: string; readonly now: Date; readonly gapMs: number },
): Promise<Date> {
  const { workspaceId, destination, messageId, now, gapMs } = turn;
  const [row] = await tx.$queryRaw<{ turnAt: Date }[]>`
    WITH next AS (
      INSERT INTO "SendTurn" ("workspaceId", "destination", "nextAt")
      VALUES (${workspaceId}::uuid, ${destination}, ${now}::timestamptz + ${gapMs}::float8 * interval '1 millisecond')
      ON CONFLICT ("workspaceId", "destination")
      DO UPDATE SET "nextAt" = greatest("SendTurn"."nextAt", ${now}::timestamptz) + ${gapMs}::float8 * interval '1 millisecond'
      RETURNING "nextAt" - ${gapMs}::float8 * interval '1 millisecond' AS "at"
    )
    UPDATE "Message" SET "turnAt" = next."at" FROM next WHERE "id" = ${messageId}::uuid RETURNING "turnAt"`;
  return row?.turnAt ?? now;
}
