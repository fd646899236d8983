import type { JourneyDocument } from '@tendril/journey/model';
import { STEP_HEIGHT, STEP_WIDTH } from '../document/geometry.ts';
import { readingOrder } from '../document/walk.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Below this zoom a step's sentence is hard to read. */
const READABLE = 0.68;
const PADDING = 48;

/** How a drawing is shown when it is opened: whole where that can be read, else its first step at the top in the middle. */
export function openingView(document: JourneyDocument, { width, height }: Size): { readonly x: number; readonly y: number; readonly zoom: number } {
  const { nodes } = document;
  if (nodes.length === 0) return { x: width / 2, y: height / 4, zoom: 1 };
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const wide = Math.max(...nodes.map(({ position }) => position.x)) + STEP_WIDTH - left;
  const tall = Math.max(...nodes.map(({ position }) => position.y)) + STEP_HEIGHT - top;
  const whole = Math.min(1, (width - 2 * PADDING) / wide, (height - 2 * PADDING) / tall);
  if (whole >= READABLE)
    return { x: (width - wide * whole) / 2 - left * whole, y: Math.max(PADDING, (height - tall * whole) / 2) - top * whole, zoom: whole };
  const zoom = Math.max(READABLE, Math.min(0.85, (width - 2 * PADDING) / wide));
  const first = nodes.find(({ id }) => id === readingOrder(document)[0]) ?? nodes[0];
  const middle = (first?.position.x ?? 0) + STEP_WIDTH / 2;
  return { x: width / 2 - middle * zoom, y: PADDING - top * zoom, zoom };
}
