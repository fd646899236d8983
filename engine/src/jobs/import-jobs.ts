import type { Db } from '@tendril/db';
import { DAY } from '@tendril/journey/model';
import type { Metrics } from '../http/metrics.ts';
import { columnNames, readTable, type TableRow } from '../services/imports/csv/read-table.ts';
import { type ImportPlan, loadImportPlan } from '../services/imports/import-plan.ts';
import { findKnownHandles } from '../services/imports/known-handles.ts';
import { readLead } from '../services/imports/read-lead.ts';
import { recognisePriorWork } from '../services/imports/recognise-prior-work.ts';
import { createSeenHandles } from '../services/imports/seen-handles.ts';
import { type ReadLine, type SettledLine, type SettleParts, settleLine } from '../services/imports/settle-line.ts';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Lines written between two notes of progress. After a crash at most so many lines are looked at again. */
const BATCH = 50;

/** Uploads that nobody started within this time are cleared (real ms). */
const FORGOTTEN_AFTER = DAY;

/** What the job is built from. */
export interface ImportJobParts extends SettleParts {
  readonly db: Db;
  readonly metrics: Pick<Metrics, 'importRows'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

/** Imports of CSV files. Lines are settled in batches; those settled are never done again. */
export function importJobs(parts: ImportJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'imports',
    claim: async () => {
      const now = new Date(parts.clock.now());
      await clearForgotten(parts, now);
      const free = { status: { in: ['queued', 'running'] }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.importJob.findFirst({ where: free, orderBy: { createdAt: 'asc' }, select: { id: true, status: true } });
      if (job === null) return null;
      const data = { status: 'running', leaseUntil: leaseFrom(now.getTime()) };
      const { count } = await client.importJob.updateMany({ where: { id: job.id, ...free }, data });
      return count === 1 ? heldJob(parts, { id: job.id, resumed: job.status === 'running' }) : null;
    },
    release: async (id) => void (await client.importJob.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } })),
    fail: async (id, error) =>
      void (await client.importJob.updateMany({
        where: { id, status: 'running' },
        data: { status: 'failed', error, content: null, finishedAt: new Date(parts.clock.now()) },
      })),
  };
}

const heldJob = (parts: ImportJobParts, { id, resumed }: { readonly id: string; readonly resumed: boolean }): HeldJob => ({
  id,
  run: (signal) => runImport(parts, { id, resumed, signal }),
});

async function runImport(
  parts: ImportJobParts,
  job: { readonly id: string; readonly resumed: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const plan = await loadImportPlan(parts.db, job.id, parts.clock.now());
  if (plan === null) return;
  const settled = await parts.db.client.importRow.aggregate({ where: { jobId: job.id }, _max: { line: true } });
  const lastSettled = settled._max.line ?? 1;
  let firstBatch = true;
  for await (const batch of unsettledBatches(plan, lastSettled)) {
    if (job.signal.aborted) return;
    const interrupted = firstBatch && job.resumed;
    firstBatch = false;
    if (!(await settleBatch(parts, plan, { batch, interrupted }))) return;
  }
  await parts.db.client.importJob.updateMany({
    where: { id: job.id, status: 'running' },
    data: { status: 'done', content: null, finishedAt: new Date(parts.clock.now()), leaseUntil: null },
  });
}

/** The lines behind the last settled one. The lines before are read too, for their phone numbers and addresses. */
async function* unsettledBatches(plan: ImportPlan, lastSettled: number): AsyncGenerator<readonly ReadLine[]> {
  const seen = createSeenHandles();
  let columns: readonly string[] = [];
  let batch: ReadLine[] = [];
  for await (const row of readTable(plan.text, plan.delimiter)) {
    if (row.line === 1) {
      columns = columnNames(row.cells);
      continue;
    }
    const line = readLine(plan, columns, row);
    const duplicates = line.reading.draft === null ? [] : seen.note(row.line, line.reading.draft);
    if (row.line <= lastSettled) continue;
    batch.push({ ...line, duplicates });
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function readLine(plan: ImportPlan, columns: readonly string[], { line, cells }: TableRow): Omit<ReadLine, 'duplicates'> {
  const clean = cells.map((cell) => cell.replaceAll('\u0000', ''));
  const raw = columns.map((column, index) => [column, clean[index] ?? ''] as const);
  return { line, raw, reading: readLead(clean, { columns, mapping: plan.mapping, timeZone: plan.timeZone, now: plan.now }) };
}

/** @returns false if the job is no longer ours: cancelled, or taken over after a long silence */
async function settleBatch(
  parts: ImportJobParts,
  plan: ImportPlan,
  { batch, interrupted }: { readonly batch: readonly ReadLine[]; readonly interrupted: boolean },
): Promise<boolean> {
  const { client } = parts.db;
  const mine = await client.importJob.updateMany({
    where: { id: plan.jobId, status: 'running' },
    data: { leaseUntil: leaseFrom(parts.clock.now()) },
  });
  if (mine.count === 0) return false;
  const known = await findKnownHandles(
    parts.db,
    plan.workspaceId,
    batch.flatMap(({ reading }) => reading.draft ?? []),
  );
  const lines: SettledLine[] = [];
  for (const line of batch) lines.push(await settleLine(parts, plan, { line, known }));
  const settled = interrupted ? await recognisePriorWork(parts.db, plan, lines) : lines;
  await client.$transaction([
    client.importRow.createMany({
      data: settled.map(({ line, raw, outcome, remarks, leadId }) => ({
        jobId: plan.jobId,
        line,
        raw,
        outcome,
        remarks: remarks.map((one) => ({ ...one })),
        leadId,
      })),
      skipDuplicates: true,
    }),
    client.importJob.update({
      where: { id: plan.jobId },
      data: {
        done: { increment: settled.length },
        imported: { increment: count(settled, 'imported') },
        merged: { increment: count(settled, 'merged') },
        refused: { increment: count(settled, 'refused') },
        leaseUntil: leaseFrom(parts.clock.now()),
      },
    }),
  ]);
  for (const { outcome } of settled) parts.metrics.importRows.inc({ outcome });
  return true;
}

const count = (lines: readonly SettledLine[], outcome: SettledLine['outcome']): number => lines.filter((line) => line.outcome === outcome).length;

async function clearForgotten({ db }: ImportJobParts, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER);
  await db.client.importJob.updateMany({
    where: { status: 'uploaded', createdAt: { lt: before } },
    data: { status: 'cancelled', content: null, finishedAt: now },
  });
}
