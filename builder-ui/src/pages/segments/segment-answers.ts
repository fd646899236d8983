import type { Answers } from '../../api/trpc.ts';

/** A saved segment, as the list shows it. */
export type Segment = Answers['segments']['list'][number];
