import type { KeyboardEvent } from 'react';

/** Every line of the outline bears it, so that keys can walk from line to line. */
export const ROW_SELECTOR = '[data-outline-row]';

const rowsNow = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ROW_SELECTOR)];

/** The line of the list that stands at a place, or the nearest one. */
export function focusRow(index: number): void {
  const rows = rowsNow();
  rows[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
}

/** Where a line stands in the list, from 0. */
export const indexOfRow = (row: HTMLElement): number => rowsNow().indexOf(row);

const levelOf = (row: HTMLElement | undefined): number => Number(row?.getAttribute('aria-level') ?? 0);

/** The nearest line above that this one is indented under. */
function parentOf(rows: readonly HTMLElement[], index: number): number {
  const level = levelOf(rows[index]);
  for (let above = index - 1; above >= 0; above -= 1) if (levelOf(rows[above]) < level) return above;
  return index;
}

/**
 * The keys of a tree: up and down walk the lines, Home and End go to the ends, left goes out to the line above the
 * branch. Answers true if the key meant that.
 */
export function walkRows(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return false;
  const rows = rowsNow();
  const here = rows.indexOf(event.currentTarget);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, ArrowRight: here + 1, ArrowLeft: parentOf(rows, here), Home: 0, End: rows.length - 1 }[
    event.key
  ];
  if (to === undefined) return false;
  event.preventDefault();
  rows[to]?.focus();
  return true;
}
