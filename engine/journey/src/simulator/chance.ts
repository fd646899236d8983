/**
 * A number from 0 up to, but not including, 1 that depends on nothing but these words: the simulator's only chance, so
 * that the same simulation always goes the same way.
 */
export function chanceOf(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (const word of words) {
    const text = `${word}\u0000`;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // FNV leaves the high bits of similar words similar; this spreads every bit over all (from MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Which of several shares a chance falls into; -1 if it falls beyond their sum. */
export function drawFrom(shares: readonly number[], chance: number): number {
  let left = chance;
  return shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
}
