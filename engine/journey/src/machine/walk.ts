import type {
  Cursor,
  Decision,
  Directive,
  Effect,
  Fact,
  LeadView,
  NodeId,
  OutcomeView,
  Program,
  Sentence,
  Snapshot,
  StoryLine,
} from '../model/index.ts';
import type { NodeStep } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { applyEffect } from './apply-effect.ts';
import { decideNode } from './decide-node.ts';
import { sayMachine } from './sentences.ts';

/** Nodes one step may pass without waiting; more than any sound journey has in a row. */
export const MOST_NODES_PER_STEP = 500;

/** The outcome of a run that the machine had to stop. */
export const ERROR_OUTCOME = 'error';

/** A lead on its way through the nodes of one step. */
export interface Walk {
  readonly nodeTypes: NodeTypes;
  readonly program: Program;
  readonly snapshot: Snapshot;
  readonly cursor: Cursor;
  readonly effects: Decision['effects'];
  readonly story: readonly StoryLine[];
}

/** Goes from node to node until one performs, waits or ends. The first node resumes with the fact, if there is one. */
export function walk(from: Walk, fact: Fact | null): Decision {
  let on = from;
  let news = fact;
  for (let passed = 0; passed < MOST_NODES_PER_STEP; passed++) {
    const { nodeTypes, program, cursor, snapshot } = on;
    const node = program.nodes[cursor.node];
    if (node === undefined) return stop(on, sayMachine('machine.unknown-node', { node: cursor.node }));
    const answer = decideNode({ nodeTypes, node, cursor, snapshot, fact: news });
    if (!answer.ok) return stop(on, answer.because);
    const { step } = answer;
    const after = withEffects(on, step.effects ?? []);
    if (!('go' in step)) return rest(after, step, news);
    const target = node.next[step.go];
    if (target === undefined) return stop(on, sayMachine('machine.bad-port', { kind: node.kind, port: step.go }));
    on = pass(after, step, target);
    news = null;
  }
  return stop(on, sayMachine('machine.runaway', { limit: MOST_NODES_PER_STEP }));
}

/** Ends a run that cannot go on, with the reason in its story. */
export function stop(on: Walk, because: Sentence): Decision {
  const story: StoryLine[] = [...on.story, { node: on.cursor.node, kind: 'failed', because }];
  return decision({ ...on, story }, { ...on.cursor, memory: null }, { do: 'done', outcome: ERROR_OUTCOME });
}

function pass(on: Walk, step: Extract<NodeStep, { go: string }>, target: NodeId): Walk {
  const { cursor, snapshot } = on;
  const outcome: OutcomeView = {
    outcome: step.outcome ?? step.go,
    at: snapshot.now,
    ...(step.detail === undefined ? {} : { detail: step.detail }),
  };
  const line: StoryLine = { node: cursor.node, kind: 'passed', port: step.go, because: step.because };
  const outcomes = { ...cursor.outcomes, [cursor.node]: outcome };
  return { ...on, cursor: arriveAt(target, snapshot, { ...cursor, outcomes }), story: [...on.story, line] };
}

/** The cursor of a lead that has just come to a node. */
export function arriveAt(node: NodeId, { now }: Snapshot, from: Pick<Cursor, 'outcomes' | 'visits' | 'entered'>): Cursor {
  const { outcomes, visits, entered } = from;
  return { node, arrivedAt: now, memory: null, outcomes, visits: { ...visits, [node]: (visits[node] ?? 0) + 1 }, entered };
}

function rest(on: Walk, step: Exclude<NodeStep, { go: string }>, news: Fact | null): Decision {
  const { cursor } = on;
  const base = arrivedAs(cursor, 'memory' in step ? (step.memory ?? null) : null);
  if ('done' in step) return decision(told(on, 'ended', step.because), base, { do: 'done', outcome: step.done });
  if ('perform' in step) {
    const directive: Directive = { do: 'perform', effect: step.perform.effect, queue: step.perform.queue };
    return decision(told(on, 'performing', step.because), base, directive);
  }
  const { until, events } = step.wait;
  // A wait that merely goes on is no news: a changed clock rechecks every lead, and nobody wants to read that.
  const goesOn = news !== null && cursor.waitsUntil === until;
  return decision(goesOn ? on : told(on, 'waiting', step.because), { ...base, waitsUntil: until }, { do: 'wait', until, events });
}

function arrivedAs({ node, arrivedAt, outcomes, visits, entered }: Cursor, memory: Cursor['memory']): Cursor {
  return { node, arrivedAt, memory, outcomes, visits, entered };
}

function told(on: Walk, kind: StoryLine['kind'], because: Sentence): Walk {
  return { ...on, story: [...on.story, { node: on.cursor.node, kind, because }] };
}

function withEffects(on: Walk, effects: readonly Effect[]): Walk {
  if (effects.length === 0) return on;
  const { cursor, snapshot } = on;
  const visit = cursor.visits[cursor.node] ?? 0;
  const place = (index: number) => ({ now: snapshot.now, eventId: `${snapshot.runId}/${cursor.node}/${visit}/${index}` });
  const lead = effects.reduce<LeadView>((view, effect, index) => applyEffect(view, effect, place(index)), snapshot.lead);
  const made = effects.map((effect) => ({ node: cursor.node, effect }));
  return { ...on, snapshot: { ...snapshot, lead }, effects: [...on.effects, ...made] };
}

function decision({ effects, story }: Walk, cursor: Cursor, directive: Directive): Decision {
  return { cursor, effects, story, directive };
}
