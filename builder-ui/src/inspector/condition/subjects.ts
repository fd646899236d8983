import type { Subject } from '@tendril/journey/model';

/** What a leaf may look at, as the list in the builder offers it. */
export const SUBJECTS = [
  'attribute',
  'company',
  'score',
  'grade',
  'intent',
  'stage',
  'pool',
  'owner',
  'tag',
  'consent',
  'events',
  'outcome',
] as const satisfies readonly Subject['of'][];

/** A subject of a sort, to begin with. */
export function freshSubject(of: Subject['of']): Subject {
  switch (of) {
    case 'attribute':
    case 'company':
      return { of, field: 'industry' };
    case 'tag':
      return { of, tag: '' };
    case 'score':
      return { of, dimension: 'total' };
    case 'consent':
      return { of, channel: 'email', topic: '' };
    case 'events':
      return { of, name: 'Page Viewed', measure: 'count', withinDays: 30 };
    case 'outcome':
      return { of, node: '' };
    case 'grade':
    case 'intent':
    case 'stage':
    case 'pool':
    case 'owner':
      return { of };
  }
}
