import type {
  Cursor,
  Decision,
  Directive,
  Effect,
  EventPattern,
  Fact,
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
import { decideNode, leaveNode } from './decide-node.ts';
import { type FoundInterrupt, findInterrupt, interruptPatterns } from './find-interrupt.ts';
import { type GoingOver, goOver } from './go-over.ts';
import { decideKept } from './kept-time-out.ts';
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
  /** The version to go over to on leaving a step. */
  readonly over?: GoingOver;
  readonly wentOver?: true;
}

/** What the first node of a step has to deal with. */
export interface WalkStart {
  /** Null when the lead arrives at the node. */
  readonly fact: Fact | null;
  /** The lead is just coming into the journey. */
  readonly entering: boolean;
}

/** Goes from node to node until one performs, waits or ends, or until a goal or exit condition takes the lead away. */
export function walk(from: Walk, start: WalkStart): Decision {
  let on = from;
  let { fact, entering } = start;
  for (let passed = 0; passed < MOST_NODES_PER_STEP; passed += 1) {
    const node = on.program.nodes[on.cursor.node];
    if (node === undefined) return stop(on, sayMachine('machine.unknown-node', { node: on.cursor.node }));
    // The answer of an effect is told to its node first, so that the trail says what became of it.
    const answers = fact?.type === 'performed' || fact?.type === 'failed';
    const before = answers ? null : interruptOf(on, fact, entering);
    if (before !== null) {
      if ('leave' in before) return leave(on, before);
      on = goOver(jump(on, before));
      fact = null;
      continue;
    }
    const { keepsUntil } = on.cursor;
    const answer = keepsUntil === undefined ? decideNode({ ...on, node, fact }) : decideKept({ ...on, node, fact }, keepsUntil);
    if (!answer.ok) return stop(on, answer.because);
    const { step } = answer;
    const after = withEffects(on, step.effects ?? []);
    if (!('go' in step)) {
      const late = answers && 'wait' in step ? interruptOf(after, null, false) : null;
      if (late === null) return rest(after, step, fact);
      if ('leave' in late) return leave(after, late);
      on = goOver(jump(after, late));
    } else {
      const target = node.next[step.go];
      if (target === undefined) return stop(on, sayMachine('machine.bad-port', { kind: node.kind, port: step.go }));
      on = goOver(pass(after, step, after.over?.at ?? target));
    }
    fact = null;
    entering = false;
  }
  return stop(on, sayMachine('machine.runaway', { limit: MOST_NODES_PER_STEP }));
}

/** Ends a run that cannot go on, with the reason in its story. */
export function stop(on: Walk, because: Sentence): Decision {
  return decision(told(on, 'failed', because), withMemory(on.cursor, null), { do: 'done', outcome: ERROR_OUTCOME });
}

/** Ends a run where the lead stands. */
export function end(on: Walk, outcome: string, because: Sentence): Decision {
  return decision(told(on, 'ended', because), withMemory(on.cursor, null), { do: 'done', outcome });
}

/** The cursor of a lead that has just come to a node. */
export function arriveAt(node: NodeId, { now }: Snapshot, from: Pick<Cursor, 'outcomes' | 'visits' | 'entered'>): Cursor {
  const { outcomes, visits, entered } = from;
  return { node, arrivedAt: now, memory: null, outcomes, visits: { ...visits, [node]: (visits[node] ?? 0) + 1 }, entered };
}

function interruptOf(on: Walk, fact: Fact | null, arriving: boolean): FoundInterrupt | null {
  return findInterrupt({ ...on, fact, arriving });
}

function leave(on: Walk, { leave: outcome, because }: Extract<FoundInterrupt, { leave: string }>): Decision {
  return end(tidied(on), outcome, because);
}

/** Takes the lead to another step from where it is. */
export function jump(on: Walk, { jumpTo, because }: Extract<FoundInterrupt, { jumpTo: NodeId }>): Walk {
  const { cursor, snapshot, story, ...rest } = tidied(on);
  const outcomes = { ...cursor.outcomes, [cursor.node]: { outcome: 'interrupted', at: snapshot.now } };
  const line: StoryLine = { node: jumpTo, kind: 'entered', because };
  return { ...rest, snapshot, cursor: arriveAt(jumpTo, snapshot, { ...cursor, outcomes }), story: [...story, line] };
}

/** The node the lead is taken from tidies up, if the lead was resting there. */
function tidied(on: Walk): Walk {
  const node = on.program.nodes[on.cursor.node];
  const rests = on.cursor.waitsUntil !== undefined || on.cursor.memory !== null;
  return node === undefined || !rests ? on : withEffects(on, leaveNode({ ...on, node, fact: null }));
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

function rest(on: Walk, step: Exclude<NodeStep, { go: string }>, fact: Fact | null): Decision {
  const { cursor } = on;
  if ('done' in step) return end(on, step.done, step.because);
  const memory = step.memory ?? null;
  if ('perform' in step) {
    const directive: Directive = { do: 'perform', effect: step.perform.effect, queue: step.perform.queue };
    return decision(told(on, 'performing', step.because), withMemory(cursor, memory), directive);
  }
  const { until } = step.wait;
  // A wait that merely goes on is no news: a changed clock rechecks every lead, and nobody wants to read that.
  const goesOn = fact !== null && cursor.waitsUntil === until;
  const events = merged(step.wait.events, interruptPatterns(on.nodeTypes, on.program, cursor));
  const { keepsUntil } = cursor;
  const waiting: Cursor = { ...withMemory(cursor, memory), waitsUntil: until, ...(keepsUntil === undefined ? {} : { keepsUntil }) };
  return decision(goesOn ? on : told(on, 'waiting', step.because), waiting, { do: 'wait', until, events });
}

/** Each pattern once; one that takes every event makes the others superfluous. */
function merged(own: readonly EventPattern[], interrupts: readonly EventPattern[]): readonly EventPattern[] {
  const all = [...own, ...interrupts];
  const every = all.find(({ event, where }) => event === '*' && where === undefined);
  if (every !== undefined) return [every];
  return all.filter((pattern, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(pattern)) === index);
}

function withMemory({ node, arrivedAt, outcomes, visits, entered }: Cursor, memory: Cursor['memory']): Cursor {
  return { node, arrivedAt, memory, outcomes, visits, entered };
}

function told(on: Walk, kind: StoryLine['kind'], because: Sentence): Walk {
  return { ...on, story: [...on.story, { node: on.cursor.node, kind, because }] };
}

function withEffects(on: Walk, effects: readonly Effect[]): Walk {
  if (effects.length === 0) return on;
  const { cursor, snapshot } = on;
  const prefix = `${snapshot.runId}/${cursor.node}/${cursor.visits[cursor.node] ?? 0}/${on.effects.length}`;
  const lead = effects.reduce(
    (view, effect, index) => applyEffect(view, effect, { now: snapshot.now, eventId: `${prefix}/${index}` }),
    snapshot.lead,
  );
  const made = effects.map((effect) => ({ node: cursor.node, effect }));
  return { ...on, snapshot: { ...snapshot, lead, ...sendingAfter(snapshot, effects) }, effects: [...on.effects, ...made] };
}

/** A hand-off that this very step closes does not keep its next message back; who else has the lead is asked again when it goes. */
function sendingAfter({ sending }: Snapshot, effects: readonly Effect[]): Pick<Snapshot, 'sending'> {
  const closes = effects.some(({ type }) => type === 'expire-handoff');
  return sending === undefined || !closes ? {} : { sending: { ...sending, talk: null } };
}

function decision({ effects, story, wentOver }: Walk, cursor: Cursor, directive: Directive): Decision {
  return { cursor, effects, story, directive, ...(wentOver === true ? { wentOver } : {}) };
}
