import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Prisma } from '@tendril/db';

/** Thrown inside a transaction that found the world changed under its feet: everything is undone and tried again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const MOST_TRIES = 8;

/**
 * Runs a transaction, and runs it again when it lost against another one (deadlock, serialisation, `Overtaken`).
 * @throws what the last try threw
 */
export async function inTransaction<T>(db: Db, body: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await db.client.$transaction(body, { maxWait: 10_000, timeout: 30_000 });
    } catch (error) {
      if (nth === MOST_TRIES || !lostARace(error)) throw error;
      await pause(2 ** nth * Math.random());
    }
  }
}

/** Deadlock (40P01), serialisation failure (40001) and unique violation (23505), in the ways Prisma tells them. */
function lostARace(error: unknown): boolean {
  if (error instanceof Overtaken) return true;
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  if (error.code === 'P2034' || error.code === 'P2002') return true;
  return error.code === 'P2010' && 'meta' in error && /40P01|40001|23505/.test(JSON.stringify(error.meta));
}
