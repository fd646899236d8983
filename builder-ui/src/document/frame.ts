import type { Point } from './geometry.ts';

/** A rectangle in canvas pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Room between a frame and what is inside, and for its title above. */
const PADDING = 20;
const TITLE = 34;

/** The smallest rectangle around others; null around none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (first === undefined) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The frame of a group around its members. */
export function frameAround(members: readonly Box[]): Box | null {
  const inner = boxAround(members);
  if (inner === null) return null;
  return { x: inner.x - PADDING, y: inner.y - TITLE, width: inner.width + 2 * PADDING, height: inner.height + TITLE + PADDING };
}

/** What stands in the place of a collapsed group, of the given size: at the top of its members, in their middle. */
export function foldedInto(members: readonly Box[], size: Pick<Box, 'width' | 'height'>): Box | null {
  const inner = boxAround(members);
  return inner === null ? null : { x: Math.round(inner.x + (inner.width - size.width) / 2), y: inner.y, ...size };
}

/** True if a point lies in a rectangle. */
export const holds = (box: Box, { x, y }: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
