import type { Db } from '@tendril/db';
import { type FlowWindow, findRunsThrough } from '@tendril/db/queries';
import { readCursor } from '../page-cursor.ts';

/** Which runs that went through a step. */
export interface ThroughInput {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly port?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page (and one row more) of the runs that went through a step within a window, the last begun first. */
export async function readRunsThrough(db: Pick<Db, 'client'>, { journeyId, nodeId, port, cursor, limit }: ThroughInput, window: FlowWindow) {
  const [at, id] = cursor === undefined ? [null, null] : readCursor(cursor, 2).map(String);
  const behind = at && id ? { startedAt: new Date(at), id } : null;
  const { ids, total } = await findRunsThrough(db, { journeyId, nodeId, port: port ?? null, behind, limit: limit + 1, ...window });
  const runs = await db.client.run.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }] });
  return { runs, total };
}
