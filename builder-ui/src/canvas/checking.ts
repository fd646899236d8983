import type { Diagnostic, NodeId } from '@tendril/journey/model';

/** What the compiler says of the drawing as it is now. */
export interface Checking {
  readonly all: readonly Diagnostic[];
  readonly byNode: ReadonlyMap<NodeId, readonly Diagnostic[]>;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Counts what the compiler said, and sorts it by step. */
export function checkingOf(all: readonly Diagnostic[]): Checking {
  const byNode = new Map<NodeId, readonly Diagnostic[]>();
  for (const diagnostic of all) if (diagnostic.node !== undefined) byNode.set(diagnostic.node, [...(byNode.get(diagnostic.node) ?? []), diagnostic]);
  const count = (severity: Diagnostic['severity']) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  return { all, byNode, errors: count('error'), warnings: count('warning'), notes: count('note') };
}
