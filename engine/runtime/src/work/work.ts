import type { Db, Prisma } from '@tendril/db';
import { insertOutboxItems, insertScoreEntries, type NewOutboxItem, type NewScoreEntry, saveLeads } from '@tendril/db/queries';
import type { Instant } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { toVirtual, type WorkspaceClock } from '../clock/workspace-clock.ts';
import { matchStates } from '../entries/match-states.ts';
import { recheckWaits } from '../events/match-waits.ts';
import { LeadBook } from '../leads/lead-book.ts';
import { leadUpdateOf } from '../leads/lead-row.ts';
import type { ProgramCache } from '../runs/program-cache.ts';
import { inTransaction } from './in-transaction.ts';
import { newId } from './new-id.ts';

/** What every use case of the runtime is built from. */
export interface RuntimeParts {
  readonly db: Db;
  /** Real time in ms. */
  readonly clock: { now(): number };
  readonly nodeTypes: NodeTypes;
  readonly programs: ProgramCache;
}

/** The workspace a transaction works in. */
interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly clock: WorkspaceClock;
  /** What all journeys together may send, as stored; see `messages/sending-view.ts`. */
  readonly sendingRules: unknown;
}

/** One transaction under way: where, when, and what it will write at its end. */
export interface Work {
  readonly parts: RuntimeParts;
  readonly tx: Prisma.TransactionClient;
  readonly workspace: WorkspaceRow;
  /** What the workspace's clock shows; the same throughout the transaction. */
  readonly now: Instant;
  readonly realNow: number;
  readonly leads: LeadBook;
  readonly entries: NewScoreEntry[];
  readonly outbox: NewOutboxItem[];
  readonly newId: () => string;
  /** Leads of whom something was recorded, though they need not have changed themselves. */
  readonly touched: Set<string>;
  /** Starts of this transaction are many and may wait behind what others leave for Temporal. */
  readonly bulk: boolean;
}

/** How a transaction is carried out. */
export interface WorkOptions {
  readonly bulk?: boolean;
}

/** The workspace does not exist. */
export class WorkspaceMissing extends Error {
  override readonly name = 'WorkspaceMissing';
}

/**
 * Runs one transaction of a workspace; what the body leaves in the lead book, the entries and the outbox is written at
 * its end. Runs again from the start if it lost a race, so the body must not touch anything outside.
 * @throws WorkspaceMissing
 */
export async function transact<T>(parts: RuntimeParts, workspaceId: string, body: (work: Work) => Promise<T>, options: WorkOptions = {}): Promise<T> {
  return inTransaction(parts.db, async (tx) => {
    const work = await openWork(parts, tx, workspaceId, options);
    const answer = await body(work);
    await finish(work);
    return answer;
  });
}

/** Begins work inside a transaction that is open already. Whoever opens must `finish`. */
export async function openWork(
  parts: RuntimeParts,
  tx: Prisma.TransactionClient,
  workspaceId: string,
  { bulk = false }: WorkOptions = {},
): Promise<Work> {
  const row = await tx.workspace.findUnique({ where: { id: workspaceId } });
  if (row === null) throw new WorkspaceMissing(`There is no workspace ${workspaceId}.`);
  const { id, name, kind, timeZone, locale, sendingRules } = row;
  const clock: WorkspaceClock = { factor: row.clockFactor, real: row.clockReal.getTime(), virtual: row.clockVirtual.getTime() };
  const realNow = parts.clock.now();
  return {
    parts,
    tx,
    workspace: { id, name, kind, timeZone, locale, clock, sendingRules },
    now: toVirtual(clock, realNow),
    realNow,
    leads: new LeadBook(),
    entries: [],
    outbox: [],
    newId: () => newId(realNow),
    touched: new Set(),
    bulk,
  };
}

/**
 * Writes what has gathered so far, in a handful of statements, makes runs look again that wait for a change of their lead,
 * and lets leads in whose change an entry watches for.
 */
export async function finish(work: Work): Promise<void> {
  const { tx, workspace } = work;
  const { rows, reshaped } = work.leads.takeChanged();
  const updates = rows.map((row) => leadUpdateOf(row, work.now));
  await saveLeads(tx, updates, new Date(work.now));
  await recheckWaits(work, reshaped);
  await insertScoreEntries(tx, workspace.id, work.entries.splice(0));
  await matchStates(work, [...rows.map((row) => row.id), ...work.touched]);
  work.touched.clear();
  await insertOutboxItems(tx, workspace.id, work.outbox.splice(0), new Date(work.realNow));
}
