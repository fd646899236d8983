import type { DocumentEdge, DocumentNode, DocumentNote, JourneyDocument, NodeId, PortId } from '@tendril/journey/model';
import type { Family, NodeTypes, Port } from '@tendril/journey/nodes';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import { fan, OPEN_END_DROP, OPEN_END_HEIGHT, OPEN_END_WIDTH, STEP_HEIGHT, STEP_WIDTH } from '../document/geometry.ts';
import { portsOf } from '../document/ports-of.ts';

/** Name of the one place where connections come in. */
export const TARGET_HANDLE = 'in';

/** A step as React Flow draws it. */
export type StepNode = Node<{ readonly node: DocumentNode; readonly family: Family; readonly handles: readonly PortId[] }, 'step'>;

/** A way out that leads nowhere yet: a place to drop on, and a `+`. */
export type OpenEnd = Node<{ readonly of: NodeId; readonly port: Port; readonly only: boolean; readonly offset: number }, 'open-end'>;

/** A sticky note. */
export type NoteNode = Node<{ readonly note: DocumentNote }, 'note'>;

export type CanvasNode = StepNode | OpenEnd | NoteNode;

/**
 * A connection as React Flow draws it. `ways` are the ways out whose label this connection bears: of several that lead to
 * the same step the first bears them all, and a step with one way on needs no label.
 */
export type CanvasEdge = Edge<{ readonly edge: DocumentEdge; readonly ways: readonly Port[]; readonly labelled: boolean }, 'way'>;

/** What React Flow is given. */
export interface Flow {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
}

/** Id of a connection: each way out has at most one. */
export const edgeId = (edge: Pick<DocumentEdge, 'from' | 'port'>): string => `${edge.from}:${edge.port}`;

/** Id of an open end. */
export const openEndId = (node: NodeId, port: PortId): string => `open:${node}:${port}`;

const handle = (type: 'source' | 'target', id: string): NodeHandle => ({
  id,
  type,
  position: type === 'target' ? Position.Top : Position.Bottom,
  x: STEP_WIDTH / 2,
  y: type === 'target' ? 0 : STEP_HEIGHT,
  width: 1,
  height: 1,
});

/** Sizes are known beforehand: React Flow measures nothing, so that steps that were never in view can be shown and fitted too. */
const sized = (width: number, height: number) => ({ width, height, measured: { width, height } });

function stepNode(node: DocumentNode, ports: readonly Port[], types: NodeTypes): StepNode {
  const family = types.get(node.kind)?.family ?? 'logic';
  const handles = ports.map((port) => port.id);
  return {
    id: node.id,
    type: 'step',
    position: node.position,
    ...sized(STEP_WIDTH, STEP_HEIGHT),
    data: { node, family, handles },
    handles: [...(family === 'entry' ? [] : [handle('target', TARGET_HANDLE)]), ...handles.map((id) => handle('source', id))],
  };
}

function openEnd(node: DocumentNode, port: Port, index: number, count: number): OpenEnd {
  const offset = fan(index, count, OPEN_END_WIDTH);
  return {
    id: openEndId(node.id, port.id),
    type: 'open-end',
    parentId: node.id,
    position: { x: STEP_WIDTH / 2 + offset - OPEN_END_WIDTH / 2, y: STEP_HEIGHT + OPEN_END_DROP },
    ...sized(OPEN_END_WIDTH, OPEN_END_HEIGHT),
    draggable: false,
    selectable: false,
    zIndex: 1,
    data: { of: node.id, port, only: count === 1, offset },
    handles: [{ id: port.id, type: 'source', position: Position.Bottom, x: OPEN_END_WIDTH / 2, y: 14, width: 1, height: 1 }],
  };
}

const noteNode = (note: DocumentNote): NoteNode => ({
  id: note.id,
  type: 'note',
  position: note.position,
  ...sized(note.size.width, note.size.height),
  zIndex: -1,
  data: { note },
});

/**
 * Projects a drawing to what React Flow draws: the only place that knows both shapes. Everything of the drawing is in the
 * `data`, so nothing is ever read back from anywhere else.
 */
export function documentToFlow(document: JourneyDocument, types: NodeTypes): Flow {
  const taken = new Set(document.edges.map(edgeId));
  const byId = new Map(document.nodes.map((node) => [node.id, node] as const));
  const leaving = new Map<NodeId, DocumentEdge[]>();
  for (const edge of document.edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const steps = document.nodes.flatMap((node): CanvasNode[] => {
    const ports = portsOf(node, types);
    const open = ports.flatMap((port, index) =>
      taken.has(edgeId({ from: node.id, port: port.id })) ? [] : [openEnd(node, port, index, ports.length)],
    );
    return [stepNode(node, ports, types), ...open];
  });
  const edges = document.edges.map((edge): CanvasEdge => {
    const source = byId.get(edge.from);
    const ports = source === undefined ? [] : portsOf(source, types);
    const together = (leaving.get(edge.from) ?? []).filter((other) => other.to === edge.to);
    const first = ports.find((port) => together.some((other) => other.port === port.id));
    const ways = first?.id === edge.port ? ports.filter((port) => together.some((other) => other.port === port.id)) : [];
    return {
      id: edgeId(edge),
      type: 'way',
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      targetHandle: TARGET_HANDLE,
      data: { edge, ways, labelled: ports.length > 1 },
    };
  });
  return { nodes: [...(document.notes ?? []).map(noteNode), ...steps], edges };
}

const sameData = (a: CanvasNode, b: CanvasNode): boolean => {
  if (a.type === 'step' && b.type === 'step') return a.data.node === b.data.node && a.data.handles.join() === b.data.handles.join();
  if (a.type === 'note' && b.type === 'note') return a.data.note === b.data.note;
  return (
    a.type === 'open-end' && b.type === 'open-end' && a.data.offset === b.data.offset && a.data.port === b.data.port && a.data.only === b.data.only
  );
};

/** The fresh projection with what was chosen in the old one; untouched items keep their identity. */
export function carryOver(old: Flow, fresh: Flow): Flow {
  const nodesBefore = new Map(old.nodes.map((node) => [node.id, node] as const));
  const edgesBefore = new Map(old.edges.map((edge) => [edge.id, edge] as const));
  const nodes = fresh.nodes.map((node): CanvasNode => {
    const before = nodesBefore.get(node.id);
    if (before === undefined) return node;
    const unmoved = before.position.x === node.position.x && before.position.y === node.position.y;
    if (unmoved && before.width === node.width && before.height === node.height && sameData(before, node)) return before;
    return {
      ...node,
      ...(before.selected === undefined ? {} : { selected: before.selected }),
    } as CanvasNode;
  });
  const edges = fresh.edges.map((edge): CanvasEdge => {
    const before = edgesBefore.get(edge.id);
    if (before === undefined) return edge;
    const [old, now] = [before.data, edge.data];
    const same =
      old?.edge === now?.edge &&
      old?.labelled === now?.labelled &&
      old?.ways.map((port) => port.id).join() === now?.ways.map((port) => port.id).join();
    return same ? before : { ...edge, ...(before.selected === undefined ? {} : { selected: before.selected }) };
  });
  return { nodes, edges };
}
