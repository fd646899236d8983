import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Db } from '@tendril/db';
import { insertOutboxItems } from '@tendril/db/queries';
import { workflowIdOf } from '@tendril/journey/wire';
import type { Logger } from 'pino';
import { inParallel } from './in-parallel.ts';

/** Runs looked at in one go. */
const PAGE = 300;
/** Questions to Temporal under way at once. */
const PARALLEL = 5;
/** How long Temporal may take over a page (real ms). */
const DEADLINE_MS = 30_000;

/** What the sweeper needs. */
export interface SweeperParts {
  readonly db: Db;
  readonly temporal: Client;
  readonly log: Logger;
  /** Pause between two pages, real ms. */
  readonly everyMs: number;
  /** Pause after the last page, real ms. */
  readonly restMs: number;
  readonly now: () => number;
}

/**
 * Goes over all runs that are not over, a page at a time, and asks Temporal whether it runs them. One that it does not run,
 * because its start got lost, its workflow was closed or Temporal's database is gone, gets its start put into the outbox
 * again. A page with such runs is followed by the next at once, so that a lost database is made good in one go.
 * @returns stops the sweeping; the page at hand is waited for
 */
export function sweepRuns(parts: SweeperParts): () => Promise<void> {
  const { log, everyMs, restMs } = parts;
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    let after: string | null = null;
    while (!stopped) {
      try {
        const page: SweptPage = await sweepPage(parts, after);
        if (page.lost > 0) log.warn({ runs: page.lost }, 'Temporal did not run these leads; they are started again.');
        after = page.last;
        if (page.lost === 0 || after === null) await pause(after === null ? restMs : everyMs);
      } catch (error) {
        log.warn({ err: error }, 'Runs could not be compared with Temporal; the next look tries again.');
        if (!stopped) await pause(everyMs);
      }
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}

/** What became of a page: how many runs were lost, and where the next one begins; null: it was the last. */
interface SweptPage {
  readonly lost: number;
  readonly last: string | null;
}

async function sweepPage({ db, temporal, now }: SweeperParts, after: string | null): Promise<SweptPage> {
  const runs = await db.client.run.findMany({
    where: { status: 'running', ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { id: true, workspaceId: true },
  });
  const ids = runs.map(({ id }) => id);
  const pending = await db.client.outboxItem.findMany({ where: { runId: { in: ids }, kind: 'start', deliveredAt: null }, select: { runId: true } });
  const awaited = new Set(pending.map(({ runId }) => runId));
  const asked = runs.filter(({ id }) => !awaited.has(id));
  const missing = await temporal.withDeadline(Date.now() + DEADLINE_MS, () => missingIn(temporal, asked));
  // Whoever ended while Temporal was asked is not lost.
  const open = await db.client.run.findMany({ where: { id: { in: missing.map(({ id }) => id) }, status: 'running' }, select: { id: true } });
  const lost = new Set(open.map(({ id }) => id));
  for (const [workspaceId, group] of Map.groupBy(
    missing.filter(({ id }) => lost.has(id)),
    (run) => run.workspaceId,
  )) {
    const items = group.map(({ id }) => ({ runId: id, kind: 'start', payload: { again: true } }) as const);
    await db.client.$transaction((tx) => insertOutboxItems(tx, workspaceId, items, new Date(now())));
  }
  return { lost: lost.size, last: runs.length < PAGE ? null : (ids.at(-1) ?? null) };
}

async function missingIn<Run extends { readonly id: string }>(temporal: Client, runs: readonly Run[]): Promise<readonly Run[]> {
  const missing: Run[] = [];
  await inParallel(runs, PARALLEL, async (run) => {
    if (!(await isOpen(temporal, run.id))) missing.push(run);
  });
  return missing;
}

async function isOpen(temporal: Client, runId: string): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowIdOf(runId)).describe();
    return status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW' || status.name === 'PAUSED';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
