import type { RunRow, TrailRow } from '../../api/views.ts';
import { callerLocale } from '../caller-locale.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { Caller, Page } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findJourney, type StoredJourney } from './find-journey.ts';
import { flowWindow, type Period } from './flow-window.ts';
import type { JourneyParts } from './journey-parts.ts';
import { type RunFilter, runFilter } from './run-filter.ts';
import { runRows } from './run-rows.ts';
import { readRunsThrough } from './runs-through.ts';
import { trailRows } from './trail-rows.ts';

type Parts = Pick<JourneyParts, 'db' | 'nodeNames' | 'clock'>;

/** Which runs of a journey to show. */
export interface RunsInput extends RunFilter {
  readonly id: string;
  /** Everybody who went through the step, wherever they are now; of these, those who left by `port` if it is named. */
  readonly through?: boolean | undefined;
  readonly port?: string | undefined;
  /** Only what happened within it; for those who went through. */
  readonly period?: Period | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Runs of a journey, the last begun first. */
export async function listRuns(parts: Parts, caller: Caller, input: RunsInput): Promise<Page<RunRow>> {
  const journey = await findJourney(parts.db, caller, input.id);
  const { nodeId, through = false, period } = input;
  const { runs, total } =
    through && nodeId !== undefined
      ? await readRunsThrough(parts.db, { ...input, journeyId: journey.id, nodeId }, await flowWindow(parts, journey, period))
      : await readRunsAt(parts, journey, input);
  const page = runs.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: await runRows(parts, page, await callerLocale(parts.db, caller)),
    total,
    next: runs.length > input.limit && last !== undefined ? writeCursor([last.startedAt.toISOString(), last.id]) : null,
  };
}

/** One page (and one row more) of the runs that stand or ended at a step, or of all. */
async function readRunsAt({ db: { client } }: Parts, journey: StoredJourney, input: RunsInput) {
  const where = await runFilter(client, journey, input);
  const [at, after] = input.cursor === undefined ? [null, null] : readCursor(input.cursor, 2).map(String);
  const start = at && after ? new Date(at) : null;
  const behind = start === null || !after ? {} : { OR: [{ startedAt: { lt: start } }, { startedAt: start, id: { lt: after } }] };
  const [total, runs] = await Promise.all([
    client.run.count({ where }),
    client.run.findMany({ where: { AND: [where, behind] }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: input.limit + 1 }),
  ]);
  return { runs, total };
}

/**
 * What one run decided, step by step, and why.
 * @throws UserError `run.missing`
 */
export async function readTrail(parts: Parts, caller: Caller, { runId }: { runId: string }): Promise<{ run: RunRow; rows: readonly TrailRow[] }> {
  const { client } = parts.db;
  const run = await client.run.findFirst({ where: { id: runId, workspaceId: caller.workspaceId } });
  if (run === null) throw new UserError('run.missing', {}, 'NOT_FOUND');
  const locale = await callerLocale(parts.db, caller);
  const [[row], rows] = await Promise.all([runRows(parts, [run], locale), trailRows(parts, run, locale)]);
  if (row === undefined) throw new UserError('run.missing', {}, 'NOT_FOUND');
  return { run: row, rows };
}
