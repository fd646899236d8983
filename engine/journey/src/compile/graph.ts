import type { DocumentNode, NodeId, PortId } from '../model/index.ts';
import type { NodeDefinition, Port } from '../nodes/define-node.ts';
import type { CurrentDocument } from '../schema/index.ts';

/** A step whose type is known and whose config its type accepts. */
export interface SoundNode {
  readonly drawn: DocumentNode;
  readonly definition: NodeDefinition;
  /** As the type's schema reads it: defaults filled in. */
  readonly config: unknown;
  readonly ports: readonly Port[];
}

/** A document that could be read, with the steps that are sound. Others have their remark already. */
export interface ParsedDocument {
  readonly document: CurrentDocument;
  readonly sound: ReadonlyMap<NodeId, SoundNode>;
}

/** Where each port of each node leads, disabled steps passed through. */
export interface Graph extends ParsedDocument {
  readonly next: ReadonlyMap<NodeId, ReadonlyMap<PortId, NodeId>>;
  readonly entries: readonly NodeId[];
  /** Steps that take leads to themselves from anywhere. */
  readonly interrupts: readonly NodeId[];
  readonly disabled: ReadonlySet<NodeId>;
}

/** How a step is called in sentences about another one. */
export function nameOf({ name, id }: DocumentNode): string {
  return name === '' ? id : name;
}
