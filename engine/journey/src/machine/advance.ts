import type { Cursor, Decision, Fact, NodeId, Program, Snapshot } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import type { GoingOver } from './go-over.ts';
import { programSettings } from './program-settings.ts';
import { sayMachine } from './sentences.ts';
import { stableShare } from './stable-share.ts';
import { arriveAt, end, stop, type Walk, walk } from './walk.ts';

/** Outcome of a lead in the holdout group: it came in and gets nothing, to compare with. */
export const HOLDOUT_OUTCOME = 'holdout';

/**
 * Decides what one lead does next. Pure and total: reads nothing but its arguments and never throws; what it cannot make
 * sense of ends the run with the outcome `error` and a sentence that says why. With no cursor the fact must be
 * `entered`. Goes over all nodes up to the next external effect, wait or end. With `over` the lead goes over to that version
 * when it leaves a step for one that the version has.
 */
export function advance(nodeTypes: NodeTypes, program: Program, cursor: Cursor | null, fact: Fact, snapshot: Snapshot, over?: GoingOver): Decision {
  const offered = over === undefined ? {} : { over };
  const from = (at: Cursor): Walk => ({ nodeTypes, program, snapshot, cursor: at, effects: [], story: [], ...offered });
  if (cursor !== null) return walk(from(cursor), { fact: fact.type === 'entered' ? { type: 'recheck' } : fact, entering: false });
  if (fact.type !== 'entered') return stop(from(nowhere('', snapshot)), sayMachine('machine.not-started', {}));
  if (!program.entries.includes(fact.entry)) return stop(from(nowhere(fact.entry, snapshot)), sayMachine('machine.no-entry', { node: fact.entry }));
  const entered = { entry: fact.entry, at: snapshot.now, event: fact.event ?? null };
  const arrived = from(arriveAt(fact.entry, snapshot, { outcomes: {}, visits: {}, entered }));
  const { holdoutPercent } = programSettings(program);
  if (isHeldOut(holdoutPercent, program, snapshot)) return end(arrived, HOLDOUT_OUTCOME, sayMachine('machine.holdout', { percent: holdoutPercent }));
  return walk(arrived, { fact: null, entering: true });
}

/** By lead and entry, not by version: publishing anew does not move leads in and out of the holdout. */
function isHeldOut(percent: number, { entries }: Program, { lead }: Snapshot): boolean {
  return percent > 0 && stableShare(`holdout/${entries[0] ?? ''}/${lead.id}`) * 100 < percent;
}

function nowhere(node: NodeId, { now }: Snapshot): Cursor {
  return { node, arrivedAt: now, memory: null, outcomes: {}, visits: {}, entered: { entry: node, at: now, event: null } };
}
