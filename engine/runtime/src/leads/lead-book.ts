import type { Prisma } from '@tendril/db';
import { lockLeads } from '@tendril/db/queries';
import { type LeadRow, leadRowOf } from './lead-row.ts';

/** The leads a transaction has locked, with the changes made so far. What was changed is written once, at the end. */
export class LeadBook {
  readonly #rows = new Map<string, LeadRow>();
  readonly #changed = new Set<string>();
  readonly #before = new Map<string, LeadRow>();

  /**
   * Locks leads that are not locked yet. One that became part of another is followed: ask `get` with either id.
   * Unknown ids are passed over.
   */
  async lock(tx: Prisma.TransactionClient, workspaceId: string, ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#rows.has(id));
    if (missing.length === 0) return;
    const rows = (await lockLeads(tx, workspaceId, missing)).map(leadRowOf);
    for (const row of rows) this.add(row);
    await this.lock(
      tx,
      workspaceId,
      rows.flatMap((row) => (row.mergedInto === null ? [] : [row.mergedInto])),
    );
  }

  /** The lead with this id, or the one it became part of. */
  get(id: string): LeadRow | undefined {
    const row = this.#rows.get(id);
    return row?.mergedInto ? this.get(row.mergedInto) : row;
  }

  /**
   * The lead with this id.
   * @throws if it was not locked
   */
  require(id: string): LeadRow {
    const row = this.get(id);
    if (row === undefined) throw new Error(`Lead ${id} is not locked in this transaction.`);
    return row;
  }

  /** Takes in a lead locked or made elsewhere in this transaction. */
  add(row: LeadRow): void {
    this.#rows.set(row.id, row);
    this.#before.set(row.id, row);
  }

  /** Remembers a changed lead. */
  put(row: LeadRow): void {
    this.#rows.set(row.id, row);
    if (row.mergedInto === null) this.#changed.add(row.id);
    else this.#changed.delete(row.id);
  }

  /** The leads that have to be written, and forgets that they have to. `reshaped`: those who are another than before, points aside. */
  takeChanged(): { readonly rows: readonly LeadRow[]; readonly reshaped: readonly string[] } {
    const rows = [...this.#changed].map((id) => this.require(id));
    const reshaped = rows.filter((row) => !isSameShape(row, this.#before.get(row.id))).map((row) => row.id);
    for (const row of rows) this.#before.set(row.id, row);
    this.#changed.clear();
    return { rows, reshaped };
  }
}

function isSameShape(now: LeadRow, before: LeadRow | undefined): boolean {
  if (before === undefined) return true;
  const { texts, attributes, company, stage, pool } = before;
  return now.texts === texts && now.attributes === attributes && now.company === company && now.stage === stage && now.pool === pool;
}
