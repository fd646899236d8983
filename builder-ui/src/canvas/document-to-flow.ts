import type { DocumentEdge, DocumentGroup, DocumentNode, DocumentNote, JourneyDocument, NodeId, PortId } from '@tendril/journey/model';
import type { Family, NodeTypes, Port } from '@tendril/journey/nodes';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import { groupsOf } from '../document/commands/groups.ts';
import { type Box, foldedInto, frameAround } from '../document/frame.ts';
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

/** A frame around a group, or what stands in its place while it is collapsed. `steps` counts the steps inside. */
export type FrameNode = Node<{ readonly group: DocumentGroup; readonly steps: number }, 'frame'>;

export type CanvasNode = StepNode | OpenEnd | NoteNode | FrameNode;

/** The handle by which connections leave a collapsed group. */
const FOLDED_OUT = 'out';

/** A collapsed group is as large as a step. */
const FOLDED = { width: STEP_WIDTH, height: STEP_HEIGHT };

/**
 * A connection as React Flow draws it. `ways` are the ways out whose label this connection bears: of several that lead to
 * the same step the first bears them all, and a step with one way on needs no label.
 */
export type CanvasEdge = Edge<
  {
    readonly edge: DocumentEdge;
    readonly ways: readonly Port[];
    readonly labelled: boolean;
    /** A connection into or out of a step that is switched off: leads pass through by its first way, and by no other. */
    readonly off: 'passed' | 'unused' | null;
  },
  'way'
>;

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

function stepNode(node: DocumentNode, ports: readonly Port[], types: NodeTypes, hidden: boolean): StepNode {
  const family = types.get(node.kind)?.family ?? 'logic';
  const handles = ports.map((port) => port.id);
  return {
    id: node.id,
    type: 'step',
    position: node.position,
    hidden,
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

const noteNode = (note: DocumentNote, hidden: boolean): NoteNode => ({
  id: note.id,
  type: 'note',
  position: note.position,
  hidden,
  ...sized(note.size.width, note.size.height),
  zIndex: -1,
  data: { note },
});

/** The rectangle that a drawn step or note takes; open ends hang below a step. */
const boxOf = ({ position, width = 0, height = 0 }: CanvasNode, hanging: ReadonlySet<string>, id: string): Box => ({
  ...position,
  width,
  height: height + (hanging.has(id) ? OPEN_END_DROP + OPEN_END_HEIGHT : 0),
});

/** Steps and notes by id, with those that open ends hang below. */
function drawnItems(nodes: readonly CanvasNode[]) {
  const hanging = new Set(nodes.flatMap((node) => (node.type === 'open-end' ? [node.data.of] : [])));
  const items = new Map(nodes.flatMap((node) => (node.type === 'step' || node.type === 'note' ? [[node.id, node] as const] : [])));
  return { hanging, items };
}

function frameNode(group: DocumentGroup, { hanging, items }: ReturnType<typeof drawnItems>): FrameNode | null {
  const members = group.members.flatMap((id) => items.get(id) ?? []);
  const boxes = members.map((member) => boxOf(member, hanging, member.id));
  const folded = group.collapsed === true;
  const box = folded ? foldedInto(boxes, FOLDED) : frameAround(boxes);
  if (box === null) return null;
  return {
    id: group.id,
    type: 'frame',
    position: { x: box.x, y: box.y },
    ...sized(box.width, box.height),
    // As high as the steps, which are drawn later: a connection that passes over the title does not take the pointer from it.
    zIndex: 0,
    selectable: false,
    dragHandle: '[data-frame-title]',
    // Only the title takes the pointer: what is inside, and choosing by dragging, go on as without a frame.
    style: { pointerEvents: 'none' },
    data: { group, steps: members.filter(({ type }) => type === 'step').length },
    ...(folded ? { handles: [handle('target', TARGET_HANDLE), handle('source', FOLDED_OUT)] } : {}),
  };
}

/** The nodes with every open frame around its members as they stand now: while they are dragged it goes along. */
export function fitFrames(nodes: readonly CanvasNode[]): readonly CanvasNode[] {
  if (!nodes.some((node) => node.type === 'frame' && node.data.group.collapsed !== true)) return nodes;
  const items = drawnItems(nodes);
  return nodes.map((node) => {
    if (node.type !== 'frame' || node.data.group.collapsed === true) return node;
    const fresh = frameNode(node.data.group, items);
    if (fresh === null || samePlace(node, fresh)) return node;
    return { ...node, position: fresh.position, ...sized(fresh.width ?? 0, fresh.height ?? 0) };
  });
}

/** The collapsed group that each hidden step or note is in. */
function foldedAway(document: JourneyDocument): ReadonlyMap<string, string> {
  return new Map(
    groupsOf(document).flatMap(({ id, members, collapsed }) => (collapsed === true ? members.map((member) => [member, id] as const) : [])),
  );
}

/**
 * Projects a drawing to what React Flow draws: the only place that knows both shapes. Everything of the drawing is in the
 * `data`, so nothing is ever read back from anywhere else.
 */
export function documentToFlow(document: JourneyDocument, types: NodeTypes): Flow {
  const taken = new Set(document.edges.map(edgeId));
  const byId = new Map(document.nodes.map((node) => [node.id, node] as const));
  const leaving = new Map<NodeId, DocumentEdge[]>();
  for (const edge of document.edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const away = foldedAway(document);
  const steps = document.nodes.flatMap((node): CanvasNode[] => {
    const ports = portsOf(node, types);
    if (away.has(node.id)) return [stepNode(node, ports, types, true)];
    const open = ports.flatMap((port, index) =>
      taken.has(edgeId({ from: node.id, port: port.id })) ? [] : [openEnd(node, port, index, ports.length)],
    );
    return [stepNode(node, ports, types, false), ...open];
  });
  const notes = (document.notes ?? []).map((note) => noteNode(note, away.has(note.id)));
  const items = drawnItems([...notes, ...steps]);
  const frames = groupsOf(document).flatMap((group) => frameNode(group, items) ?? []);
  const edges = document.edges.map((edge): CanvasEdge => {
    const source = byId.get(edge.from);
    const ports = source === undefined ? [] : portsOf(source, types);
    const together = (leaving.get(edge.from) ?? []).filter((other) => other.to === edge.to);
    const first = ports.find((port) => together.some((other) => other.port === port.id));
    const ways = first?.id === edge.port ? ports.filter((port) => together.some((other) => other.port === port.id)) : [];
    const [out, into] = [away.get(edge.from), away.get(edge.to)];
    const passes = source?.disabled === true || byId.get(edge.to)?.disabled === true;
    return {
      id: edgeId(edge),
      type: 'way',
      source: out ?? edge.from,
      sourceHandle: out === undefined ? edge.port : FOLDED_OUT,
      target: into ?? edge.to,
      targetHandle: TARGET_HANDLE,
      hidden: out !== undefined && out === into,
      data: {
        edge,
        ways,
        labelled: ports.length > 1,
        off: source?.disabled === true && ports[0]?.id !== edge.port ? 'unused' : passes ? 'passed' : null,
      },
    };
  });
  return { nodes: [...frames, ...notes, ...steps], edges };
}

const samePlace = (a: CanvasNode, b: CanvasNode): boolean =>
  a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height;

const sameData = (a: CanvasNode, b: CanvasNode): boolean => {
  if (a.type === 'step' && b.type === 'step') return a.data.node === b.data.node && a.data.handles.join() === b.data.handles.join();
  if (a.type === 'note' && b.type === 'note') return a.data.note === b.data.note;
  if (a.type === 'frame' && b.type === 'frame') return a.data.group === b.data.group && a.data.steps === b.data.steps;
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
    if (samePlace(before, node) && before.hidden === node.hidden && sameData(before, node)) return before;
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
      old?.off === now?.off &&
      before.source === edge.source &&
      before.target === edge.target &&
      before.hidden === edge.hidden &&
      old?.ways.map((port) => port.id).join() === now?.ways.map((port) => port.id).join();
    return same ? before : { ...edge, ...(before.selected === undefined ? {} : { selected: before.selected }) };
  });
  return { nodes, edges };
}
