/** A step as drawn, in canvas pixels. */
export const STEP_WIDTH = 232;
export const STEP_HEIGHT = 78;

/** Space below a step before the next one; below a branch there is more, for the labels. */
export const GAP = 42;
export const BRANCH_GAP = 72;

/** Space between steps side by side. */
export const SIDE_GAP = 40;

/** Ends that lead nowhere yet hang below their step, this far apart. */
export const OPEN_END_WIDTH = 96;
export const OPEN_END_HEIGHT = 28;
export const OPEN_END_DROP = 34;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the `index`-th of `count` ways out leads, seen from the middle of the step. */
export const fan = (index: number, count: number, spacing: number): number => (index - (count - 1) / 2) * spacing;
