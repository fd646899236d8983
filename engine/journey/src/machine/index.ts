import type { Cursor, Decision, Fact, Program, Snapshot } from '../model/index.ts';

/**
 * Decides what one lead does next. Pure and total: reads nothing but its arguments, never throws on a compiled program.
 * With no cursor the fact must be `entered`. Runs over all nodes up to the next effect, wait or end.
 * The node types come from the registry of `../nodes`.
 */
export type Advance = (program: Program, cursor: Cursor | null, fact: Fact, snapshot: Snapshot) => Decision;
