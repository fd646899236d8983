import type { NodeId, PortId } from './document.ts';
import type { JsonObject } from './json.ts';

/** A step of a checked journey: its config is complete and valid, and every port leads somewhere. */
export interface ProgramNode {
  readonly id: NodeId;
  readonly kind: string;
  readonly version: number;
  readonly name: string;
  readonly config: JsonObject;
  readonly next: Readonly<Record<PortId, NodeId>>;
}

/** A compiled journey: immutable, named by the SHA-256 of its canonical JSON (`hash` itself left out). */
export interface Program {
  readonly format: 'tendril.program';
  readonly programVersion: 1;
  readonly hash: string;
  readonly settings: JsonObject;
  readonly entries: readonly NodeId[];
  /** Nodes that leads are taken to from wherever they are, when what the node says has happened. */
  readonly interrupts: readonly NodeId[];
  readonly nodes: Readonly<Record<NodeId, ProgramNode>>;
  /** What a snapshot must hold so that the machine can decide. */
  readonly reads: ProgramReads;
}

/** Which records of a lead the program may look at. `events` are event names; `'*'` means all. */
export interface ProgramReads {
  readonly events: readonly string[];
  readonly attributes: readonly string[];
}
