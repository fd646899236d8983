import type { QuickFix } from '../model/index.ts';
import type { SoundNode } from './graph.ts';

/** Letters that may differ between what was written and what was probably meant. */
const MOST_TYPOS = 2;

/** The one name that was probably meant: written alike, or the only one there is. Null if that cannot be told. */
export function suggestName(written: string | null, names: readonly string[]): string | null {
  const [only, ...others] = names;
  if (written === null || written === '') return only !== undefined && others.length === 0 ? only : null;
  const ranked = names
    .map((name) => ({ name, typos: distance(written.toLowerCase(), name.toLowerCase()) }))
    .toSorted((left, right) => left.typos - right.typos);
  const [best, second] = ranked;
  const isClear =
    best !== undefined && best.typos <= MOST_TYPOS && best.typos < Math.max(written.length, best.name.length) && best.typos !== second?.typos;
  return isClear ? best.name : null;
}

/** The mend that writes a name into a top-level field of a step's config; none if there is no name to write. */
export function nameFix({ drawn }: SoundNode, field: string, name: string | null): { readonly fix?: QuickFix } {
  if (name === null || typeof drawn.config[field] === 'object') return {};
  return { fix: { do: 'set-config', node: drawn.id, config: { ...drawn.config, [field]: name } } };
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [down, letter] of [...from].entries()) {
    const next = [down + 1];
    for (const [across, other] of [...to].entries()) {
      const changed = (row[across] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
