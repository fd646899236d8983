import type { Explanation, Json } from '../model/index.ts';
import { subjectKey } from '../sentences/subject-in-words.ts';

/** The leaf that made a condition come out as it did: its subject key and the value it saw. */
export interface DecidingLeaf {
  readonly subject: string;
  readonly seen: string | number | boolean | null;
}

/**
 * Finds the first leaf with the truth of the whole, which is the one to name: the one true part of an `any`, the one
 * false part of an `all`. Below a `not` the truth looked for turns round.
 */
export function decidingLeaf(explanation: Explanation): DecidingLeaf {
  const { condition, truth, seen, parts = [] } = explanation;
  if ('test' in condition) return { subject: subjectKey(condition.test), seen: asParam(seen) };
  const wanted = 'not' in condition && truth !== 'unknown' ? !truth : truth;
  const part = parts.find((candidate) => candidate.truth === wanted) ?? parts[0];
  return part === undefined ? { subject: '', seen: null } : decidingLeaf(part);
}

function asParam(value: Json | undefined): DecidingLeaf['seen'] {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
