import type { JourneyDocument } from '@tendril/journey/model';
import type { Box } from '../frame.ts';
import type { Point } from '../geometry.ts';
import { boxesOf } from './groups.ts';

/** How chosen steps and notes are put in line: below each other, beside each other, or evenly spread. */
export const ALIGNMENTS = ['column', 'row', 'spreadDown', 'spreadAcross'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Where items go when they are put in line. The line is that of the first in reading direction; spreading keeps both ends. */
export function alignedPlaces(document: JourneyDocument, ids: readonly string[], alignment: Alignment): ReadonlyMap<string, Point> {
  const items = ids.flatMap((id) => boxesOf(document, [id]).map((box) => ({ id, box })));
  const across = alignment === 'row' || alignment === 'spreadAcross';
  const sorted = [...items].sort((a, b) => (across ? a.box.x - b.box.x : a.box.y - b.box.y));
  const first = sorted[0]?.box;
  if (first === undefined || sorted.length < 2) return new Map();
  if (alignment === 'column') return placed(sorted, ({ width, y }) => ({ x: first.x + (first.width - width) / 2, y }));
  if (alignment === 'row') return placed(sorted, ({ height, x }) => ({ x, y: first.y + (first.height - height) / 2 }));
  return spread(sorted, across);
}

type Item = { readonly id: string; readonly box: Box };

const placed = (items: readonly Item[], to: (box: Box) => Point): ReadonlyMap<string, Point> => new Map(items.map(({ id, box }) => [id, to(box)]));

function spread(items: readonly Item[], across: boolean): ReadonlyMap<string, Point> {
  const start = ({ x, y }: Point) => (across ? x : y);
  const length = ({ width, height }: Box) => (across ? width : height);
  const [first, last] = [items[0]?.box, items.at(-1)?.box];
  if (first === undefined || last === undefined) return new Map();
  const taken = items.reduce((sum, { box }) => sum + length(box), 0);
  const gap = (start(last) + length(last) - start(first) - taken) / (items.length - 1);
  let next = start(first);
  return placed(items, (box) => {
    const at = Math.round(next);
    next += length(box) + gap;
    return across ? { x: at, y: box.y } : { x: box.x, y: at };
  });
}
