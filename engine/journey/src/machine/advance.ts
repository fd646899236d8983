import type { Cursor, Decision, Fact, NodeId, Program, Snapshot } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { sayMachine } from './sentences.ts';
import { arriveAt, stop, type Walk, walk } from './walk.ts';

/**
 * Decides what one lead does next. Pure and total: reads nothing but its arguments and never throws; what it cannot make
 * sense of ends the run with the outcome `error` and a sentence that says why. With no cursor the fact must be
 * `entered`. Goes over all nodes up to the next external effect, wait or end.
 */
export function advance(nodeTypes: NodeTypes, program: Program, cursor: Cursor | null, fact: Fact, snapshot: Snapshot): Decision {
  const from = (at: Cursor): Walk => ({ nodeTypes, program, snapshot, cursor: at, effects: [], story: [] });
  if (cursor !== null) return walk(from(cursor), fact.type === 'entered' ? { type: 'recheck' } : fact);
  if (fact.type !== 'entered') return stop(from(nowhere('', snapshot)), sayMachine('machine.not-started', {}));
  if (!program.entries.includes(fact.entry)) return stop(from(nowhere(fact.entry, snapshot)), sayMachine('machine.no-entry', { node: fact.entry }));
  const entered = { entry: fact.entry, at: snapshot.now, event: fact.event ?? null };
  return walk(from(arriveAt(fact.entry, snapshot, { outcomes: {}, visits: {}, entered })), null);
}

function nowhere(node: NodeId, { now }: Snapshot): Cursor {
  return { node, arrivedAt: now, memory: null, outcomes: {}, visits: {}, entered: { entry: node, at: now, event: null } };
}
