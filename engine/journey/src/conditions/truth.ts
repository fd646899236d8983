import type { Truth } from '../model/index.ts';

/** Kleene's AND: false if anything is false, else unknown if anything is unknown. True of nothing. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}

/** Kleene's OR: true if anything is true, else unknown if anything is unknown. False of nothing. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes('unknown') ? 'unknown' : false;
}

/** Kleene's NOT: what is unknown stays unknown. */
export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}
