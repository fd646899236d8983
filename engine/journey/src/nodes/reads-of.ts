import { leavesOf } from '../conditions/index.ts';
import type { Condition } from '../model/index.ts';
import type { NodeReads } from './define-node.ts';

/** What a condition looks at. */
export function readsOf(condition: Condition): NodeReads {
  const subjects = leavesOf(condition).map((leaf) => leaf.test);
  return {
    events: subjects.flatMap((subject) => (subject.of === 'events' ? [subject.name] : [])),
    attributes: subjects.flatMap((subject) => (subject.of === 'attribute' ? [subject.field] : [])),
  };
}
