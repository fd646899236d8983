import type { Cursor, Fact, ProgramNode, Sentence, Snapshot } from '../model/index.ts';
import type { NodeStep, StepContext } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { parsedConfig } from './parsed-config.ts';
import { sayMachine } from './sentences.ts';

/** What one node answers, or why it cannot. */
export type NodeAnswer = { readonly ok: true; readonly step: NodeStep } | { readonly ok: false; readonly because: Sentence };

/** One node, and what it may look at. Without a fact the lead arrives; with one it goes on from where it rests. */
export interface NodeQuestion {
  readonly nodeTypes: NodeTypes;
  readonly node: ProgramNode;
  readonly cursor: Cursor;
  readonly snapshot: Snapshot;
  readonly fact: Fact | null;
}

/** Asks a node type what to do. Total: a missing type, a config it cannot read, a bug in it are answers too. */
export function decideNode({ nodeTypes, node, cursor, snapshot, fact }: NodeQuestion): NodeAnswer {
  const definition = nodeTypes.get(node.kind);
  if (definition === undefined) return { ok: false, because: sayMachine('machine.unknown-kind', { kind: node.kind }) };
  const parsed = parsedConfig(node, definition);
  if (!parsed.ok) return { ok: false, because: sayMachine('machine.bad-config', { kind: node.kind, field: parsed.field }) };
  const context: StepContext<unknown> = { ...snapshot, node: node.id, config: parsed.config, cursor };
  try {
    const resumes = fact !== null && definition.resume !== undefined;
    const step = resumes ? definition.resume?.(context, fact) : definition.enter(context);
    return step === undefined ? { ok: false, because: crashed(node.kind, 'no answer') } : checked(node, step);
  } catch (error) {
    // A custom type's bug must not wedge the lead's run for ever: it ends here, visibly.
    return { ok: false, because: crashed(node.kind, error instanceof Error ? error.message : String(error)) };
  }
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
