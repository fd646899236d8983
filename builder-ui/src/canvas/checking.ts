import type { Diagnostic, NodeId } from '@tendril/journey/model';
import { type Context, createContext, use } from 'react';

/** What the compiler says of the drawing as it is now. */
export interface Checking {
  readonly all: readonly Diagnostic[];
  readonly byNode: ReadonlyMap<NodeId, readonly Diagnostic[]>;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

const NONE: readonly Diagnostic[] = [];

/** Sorts what the compiler said: errors first, and by step. */
export function checkingOf(diagnostics: readonly Diagnostic[]): Checking {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const all = [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const byNode = new Map<NodeId, readonly Diagnostic[]>();
  for (const diagnostic of all) if (diagnostic.node !== undefined) byNode.set(diagnostic.node, [...(byNode.get(diagnostic.node) ?? NONE), diagnostic]);
  const count = (severity: Diagnostic['severity']) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  return { all, byNode, errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** Hands the compiler's remarks to faces, inspector and panel. */
export const CheckingContext: Context<Checking> = createContext<Checking>(checkingOf([]));

/** All remarks. */
export const useChecking = (): Checking => use(CheckingContext);

/** Remarks on one step. */
export const useProblems = (id: NodeId): readonly Diagnostic[] => use(CheckingContext).byNode.get(id) ?? NONE;
