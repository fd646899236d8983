import { explain } from '../conditions/index.ts';
import type { Condition, Cursor, EventPattern, EventView, Fact, NodeId, Program, Sentence, Snapshot } from '../model/index.ts';
import { matchesPattern } from '../nodes/await-events.ts';
import { decidingLeaf } from '../nodes/deciding-leaf.ts';
import type { Interrupt } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { parsedConfig } from './parsed-config.ts';
import { programSettings } from './program-settings.ts';
import { sayMachine } from './sentences.ts';

/** What takes a lead out of its way: the end of the run, or another node. */
export type FoundInterrupt = { readonly leave: string; readonly because: Sentence } | { readonly jumpTo: NodeId; readonly because: Sentence };

/** Where a lead stands and what is known of it. `arriving` is true while it is just coming in. */
export interface InterruptQuestion {
  readonly nodeTypes: NodeTypes;
  readonly program: Program;
  readonly cursor: Cursor;
  readonly snapshot: Snapshot;
  readonly fact: Fact | null;
  readonly arriving: boolean;
}

/** Outcome of a run whose lead reached the journey's goal. */
export const GOAL_OUTCOME = 'goal';
/** Outcome of a run whose lead had reached the goal before it came in. */
export const GOAL_BEFORE_OUTCOME = 'goal-before-entry';

/**
 * Looks whether the journey's goal, one of its exit conditions or a goal node applies, in this order. Only events since
 * the lead came in count. A goal node that the lead has been at does not take it there again.
 */
export function findInterrupt(question: InterruptQuestion): FoundInterrupt | null {
  const { goal, exits } = programSettings(question.program);
  const goalSubject = goal === null ? null : triggered(asInterrupt(goal.when), question);
  if (goal !== null && goalSubject !== null) {
    if (question.arriving) return { leave: GOAL_BEFORE_OUTCOME, because: sayMachine('machine.goal-before', { goal: goal.name }) };
    return { leave: GOAL_OUTCOME, because: sayMachine('machine.goal', { goal: goal.name, subject: goalSubject }) };
  }
  for (const { when, outcome } of exits) {
    const subject = triggered(asInterrupt(when), question);
    if (subject !== null) return { leave: outcome, because: sayMachine('machine.exit', { subject }) };
  }
  return findJump(question);
}

/** The events of which a resting run has to hear so that its interrupts are seen at once. */
export function interruptPatterns(nodeTypes: NodeTypes, program: Program, cursor: Cursor): readonly EventPattern[] {
  const { goal, exits } = programSettings(program);
  const settings = [...(goal === null ? [] : [goal.when]), ...exits.map(({ when }) => when)].map(asInterrupt);
  const nodes = jumpsOf(nodeTypes, program, cursor).map(({ interrupt }) => interrupt);
  return [...settings, ...nodes].flatMap(({ events, condition }) => [
    ...events.map((pattern) => ({ ...pattern, since: cursor.entered.at })),
    ...(condition === null ? [] : [{ event: '*' }]),
  ]);
}

function findJump(question: InterruptQuestion): FoundInterrupt | null {
  for (const { node, interrupt } of jumpsOf(question.nodeTypes, question.program, question.cursor)) {
    const subject = triggered(interrupt, question);
    if (subject !== null) return { jumpTo: node, because: sayMachine('machine.jump', { subject }) };
  }
  return null;
}

function jumpsOf(nodeTypes: NodeTypes, program: Program, { visits }: Cursor): readonly { readonly node: NodeId; readonly interrupt: Interrupt }[] {
  return program.interrupts.flatMap((id) => {
    const node = program.nodes[id];
    const definition = node === undefined ? undefined : nodeTypes.get(node.kind);
    if (node === undefined || definition?.interrupt === undefined || (visits[id] ?? 0) > 0) return [];
    const parsed = parsedConfig(node, definition);
    return parsed.ok ? [{ node: id, interrupt: definition.interrupt(parsed.config) }] : [];
  });
}

function asInterrupt(when: { readonly event: EventPattern } | { readonly condition: Condition }): Interrupt {
  return 'event' in when ? { events: [when.event], condition: null } : { events: [], condition: when.condition };
}

/** What triggered an interrupt, as a subject key; null if nothing did. */
function triggered({ events, condition }: Interrupt, { cursor, snapshot, fact }: InterruptQuestion): string | null {
  const { entered } = cursor;
  const counts = (event: EventView) => event.at >= entered.at && event.at <= snapshot.now && event.id !== entered.event?.id;
  const seen = fact?.type === 'event' ? [fact.event, ...snapshot.lead.events] : snapshot.lead.events;
  const hit =
    events.length === 0 ? undefined : seen.find((event) => counts(event) && events.some((pattern) => matchesPattern(event, pattern, snapshot)));
  if (hit !== undefined) return `event/${hit.name}`;
  if (condition === null) return null;
  const explanation = explain(condition, snapshot.lead, snapshot.now, { outcomes: cursor.outcomes, timeZone: snapshot.timeZone });
  return explanation.truth === true ? decidingLeaf(explanation).subject : null;
}
