import type { Cursor, Effect, Fact, Program, ProgramNode, Sentence, Snapshot } from '../model/index.ts';
import type { NodeDefinition, NodeStep, StepContext } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { leadTimeZone } from '../time/index.ts';
import { heldStep, isHeldBack } from './held-step.ts';
import { parsedConfig } from './parsed-config.ts';
import { programSettings } from './program-settings.ts';
import { sayMachine } from './sentences.ts';

/** What one node answers, or why it cannot. */
export type NodeAnswer = { readonly ok: true; readonly step: NodeStep } | { readonly ok: false; readonly because: Sentence };

/** One node, and what it may look at. Without a fact the lead arrives; with one it goes on from where it rests. */
export interface NodeQuestion {
  readonly nodeTypes: NodeTypes;
  readonly program: Program;
  readonly node: ProgramNode;
  readonly cursor: Cursor;
  readonly snapshot: Snapshot;
  readonly fact: Fact | null;
}

/** Asks a node type what to do. Total: a missing type, a config it cannot read, a bug in it are answers too. */
export function decideNode(question: NodeQuestion): NodeAnswer {
  const { node, cursor, fact } = question;
  const prepared = prepare(question);
  if (!prepared.ok) return prepared;
  const { definition, context } = prepared;
  try {
    const isHeld = isHeldBack(cursor);
    const arrives = fact === null || isHeld || definition.resume === undefined;
    const fresh = isHeld ? { ...context, cursor: { ...cursor, memory: null } } : context;
    const hold = arrives ? heldStep(definition, fresh) : null;
    if (hold !== null) return checked(node, hold);
    const step = arrives ? definition.enter(fresh) : definition.resume?.(context, fact);
    return step === undefined ? { ok: false, because: crashed(node.kind, 'no answer') } : checked(node, step);
  } catch (error) {
    // A custom type's bug must not wedge the lead's run for ever: it ends here, visibly.
    return { ok: false, because: crashed(node.kind, error instanceof Error ? error.message : String(error)) };
  }
}

/** What a node wants done when its lead is taken away. A type that cannot say so leaves nothing to do. */
export function leaveNode(question: NodeQuestion): readonly Effect[] {
  const prepared = prepare(question);
  if (!prepared.ok) return [];
  try {
    return prepared.definition.leave?.(prepared.context) ?? [];
  } catch {
    return [];
  }
}

type Prepared =
  | { readonly ok: true; readonly definition: NodeDefinition; readonly context: StepContext<unknown> }
  | Extract<NodeAnswer, { ok: false }>;

function prepare({ nodeTypes, program, node, cursor, snapshot }: NodeQuestion): Prepared {
  const definition = nodeTypes.get(node.kind);
  if (definition === undefined) return { ok: false, because: sayMachine('machine.unknown-kind', { kind: node.kind }) };
  const parsed = parsedConfig(node, definition);
  if (!parsed.ok) return { ok: false, because: sayMachine('machine.bad-config', { kind: node.kind, field: parsed.field }) };
  const settings = programSettings(program);
  const leadZone = leadTimeZone(snapshot.lead, settings.timeZone, snapshot.timeZone).zone;
  return { ok: true, definition, context: { ...snapshot, node: node.id, config: parsed.config, cursor, settings, leadZone } };
}

function checked(node: ProgramNode, step: NodeStep): NodeAnswer {
  if ('go' in step && !Object.hasOwn(node.next, step.go))
    return { ok: false, because: sayMachine('machine.bad-port', { kind: node.kind, port: step.go }) };
  if ('wait' in step && step.wait.until === null && step.wait.events.length === 0)
    return { ok: false, because: sayMachine('machine.endless-wait', { kind: node.kind }) };
  return { ok: true, step };
}

function crashed(kind: string, message: string): Sentence {
  return sayMachine('machine.crashed', { kind, message });
}
