import type { DocumentEdge, DocumentNode, JourneyDocument, JsonObject, NodeId, PortId } from '../model/index.ts';
import { builtInNodeTypes } from '../nodes/built-in.ts';
import { SCHEMA_VERSION } from '../schema/index.ts';

/** A step of a template: where it stands in a grid of columns and rows, and where each of its ports leads. */
export interface DrawnStep {
  readonly kind: string;
  readonly name: string;
  readonly config?: JsonObject;
  readonly column: number;
  readonly row: number;
  readonly to?: { readonly [port: PortId]: NodeId };
}

const COLUMN_WIDTH = 300;
const ROW_HEIGHT = 150;

/** Draws a journey document from its steps by id. */
export function draw(name: string, settings: JsonObject, steps: { readonly [id: NodeId]: DrawnStep }): JourneyDocument {
  const all = Object.entries(steps);
  const nodes = all.map(([id, { kind, name: label, config = {}, column, row }]): DocumentNode => {
    const version = builtInNodeTypes.get(kind)?.version ?? 1;
    return { id, kind, version, name: label, config, position: { x: column * COLUMN_WIDTH, y: row * ROW_HEIGHT } };
  });
  const edges = all.flatMap(([from, { to = {} }]) => Object.entries(to).map(([port, target]): DocumentEdge => ({ from, port, to: target })));
  return { format: 'tendril.journey', schemaVersion: SCHEMA_VERSION, name, settings, nodes, edges, notes: [] };
}
