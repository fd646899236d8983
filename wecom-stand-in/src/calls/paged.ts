/** One page of a list, and the cursor of the next; the cursor is empty at the end. */
export function paged<Row>(rows: readonly Row[], limit: number, cursor: string): { readonly rows: readonly Row[]; readonly next: string } {
  const from = /^\d+$/.test(cursor) ? Number(cursor) : 0;
  return { rows: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : '' };
}
