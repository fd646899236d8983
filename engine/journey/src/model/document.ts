import type { JourneyTest } from './journey-test.ts';
import type { JsonObject } from './json.ts';

/** Stable name of a node inside one journey. Survives edits, so that versions can be compared and leads moved. */
export type NodeId = string;

/** Name of a way out of a node, such as `next`, `high`, `timeout`. */
export type PortId = string;

/** A step as drawn. Its config may still be wrong: the compiler says so. */
export interface DocumentNode {
  readonly id: NodeId;
  readonly kind: string;
  /** Version of the node type with which the config was written. */
  readonly version: number;
  /** The marketer's own name for the step; empty means the type's title. */
  readonly name: string;
  readonly config: JsonObject;
  /** A disabled step is passed through by its first port. */
  readonly disabled?: boolean;
  /** Presentation only: never changes the program or its hash. */
  readonly position: { readonly x: number; readonly y: number };
}

/** A connection. Each port has at most one; many may end in the same node. */
export interface DocumentEdge {
  readonly from: NodeId;
  readonly port: PortId;
  readonly to: NodeId;
}

/** Colours of notes and groups, by name: the theme says what each looks like in light and dark. */
export const CANVAS_COLORS = ['yellow', 'green', 'blue', 'purple', 'pink', 'grey'] as const;
export type CanvasColor = (typeof CANVAS_COLORS)[number];

/** A remark on the canvas. Presentation only. */
export interface DocumentNote {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly position: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
  /** Yellow if left out. */
  readonly color?: CanvasColor;
}

/** A titled frame around steps and notes; it reaches as far as they do. Presentation only: never changes the program or its hash. */
export interface DocumentGroup {
  readonly id: string;
  readonly title: string;
  /** Grey if left out. */
  readonly color?: CanvasColor;
  /** True while only the title is shown in the place of what is inside. */
  readonly collapsed?: boolean;
  /** Ids of steps and notes, each in one group at most. */
  readonly members: readonly string[];
}

/** What the canvas edits, stores and exports: the whole drawing of one journey. */
export interface JourneyDocument {
  readonly format: 'tendril.journey';
  readonly schemaVersion: number;
  readonly name: string;
  readonly settings: JsonObject;
  readonly nodes: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
  readonly notes?: readonly DocumentNote[];
  readonly groups?: readonly DocumentGroup[];
  /** Saved simulations. Never part of the program. */
  readonly tests?: readonly JourneyTest[];
}
