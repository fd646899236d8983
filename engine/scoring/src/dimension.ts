/** The four sides from which a lead is judged, in the order in which people read them. */
export const DIMENSIONS = ['fit', 'interest', 'behaviour', 'stage'] as const;

/** `fit`: who they are · `interest`: what they read · `behaviour`: what they took part in · `stage`: how near they are to buying. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Reads a dimension's name from a stored column; null if it is none. */
export function readDimension(name: string): Dimension | null {
  return DIMENSIONS.find((dimension) => dimension === name) ?? null;
}
