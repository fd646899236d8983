import type { DocumentEdge, DocumentGroup, DocumentNode, DocumentNote, JourneyDocument, Json, JsonObject, NodeId } from '@tendril/journey/model';
import { edgeSchema, groupSchema, nodeSchema, noteSchema, readDocument } from '@tendril/journey/schema';
import type { Point } from '../geometry.ts';
import type { NewId } from '../new-node.ts';
import { addGroup, groupsOf } from './groups.ts';

/** A piece of a drawing as it travels over the clipboard: between journeys, tabs, workspaces and chat messages. */
export interface Fragment {
  readonly format: 'tendril.fragment';
  readonly schemaVersion: 1;
  readonly nodes: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
  readonly notes: readonly DocumentNote[];
  /** Groups all of whose members travel along. */
  readonly groups: readonly DocumentGroup[];
}

/** Cuts the chosen steps and notes out of a drawing, with the connections among them. */
export function copyFragment(document: JourneyDocument, ids: ReadonlySet<string>): Fragment {
  return {
    format: 'tendril.fragment',
    schemaVersion: 1,
    nodes: document.nodes.filter((node) => ids.has(node.id)),
    edges: document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    notes: (document.notes ?? []).filter((note) => ids.has(note.id)),
    groups: groupsOf(document).filter(({ members }) => members.every((id) => ids.has(id))),
  };
}

/** Writes a fragment as text for the clipboard. */
export const fragmentText = (fragment: Fragment): string => JSON.stringify(fragment, null, 2);

/** The items of a list that have the stored shape; a stranger's text may hold anything. */
const readList = <Item>(value: unknown, schema: { safeParse(item: unknown): { success: boolean; data?: Item } }): readonly Item[] =>
  (Array.isArray(value) ? value : []).flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success && read.data !== undefined ? [read.data] : [];
  });

/** Reads a fragment, or a whole journey file, from text; null if the text is neither. */
export function readFragment(text: string): Fragment | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  if (value.format !== 'tendril.fragment' && value.format !== 'tendril.journey') return null;
  const whole = value.format === 'tendril.journey' ? readDocument(value) : null;
  const { nodes, edges, notes, groups } = (whole?.ok === true ? whole.document : value) as Readonly<Record<string, unknown>>;
  return {
    format: 'tendril.fragment',
    schemaVersion: 1,
    nodes: readList(nodes, nodeSchema),
    edges: readList(edges, edgeSchema),
    notes: readList(notes, noteSchema),
    groups: readList(groups, groupSchema),
  };
}

/** A drawing with a fragment added, and the ids its pieces got. */
export interface Pasted {
  readonly document: JourneyDocument;
  readonly ids: readonly NodeId[];
}

/** A config that looks at steps of the same fragment looks at their copies. */
function followSteps(value: Json, idOf: (id: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => followSteps(item, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'node' && typeof part === 'string' ? idOf(part) : followSteps(part, idOf)]),
  );
}

/** Adds a fragment with fresh ids; its top left corner goes to `at`, or everything moves by 40 px where no place is named. */
export function pasteFragment(document: JourneyDocument, fragment: Fragment, newId: NewId, at: Point | null): Pasted {
  const places = [...fragment.nodes, ...fragment.notes].map((item) => item.position);
  if (places.length === 0) return { document, ids: [] };
  const corner = { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
  const by = at === null ? { x: 40, y: 40 } : { x: at.x - corner.x, y: at.y - corner.y };
  const moved = ({ x, y }: Point): Point => ({ x: Math.round(x + by.x), y: Math.round(y + by.y) });
  const fresh = new Map([...fragment.nodes, ...fragment.notes].map(({ id }) => [id, newId()] as const));
  const idOf = (id: string) => fresh.get(id) ?? id;
  const nodes = fragment.nodes.map((node) => ({
    ...node,
    id: idOf(node.id),
    config: followSteps(node.config, idOf) as JsonObject,
    position: moved(node.position),
  }));
  const notes = fragment.notes.map((note) => ({ ...note, id: idOf(note.id), position: moved(note.position) }));
  const edges = fragment.edges
    .filter((edge) => fresh.has(edge.from) && fresh.has(edge.to))
    .map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }));
  const added: JourneyDocument = {
    ...document,
    nodes: [...document.nodes, ...nodes],
    edges: [...document.edges, ...edges],
    ...(notes.length > 0 ? { notes: [...(document.notes ?? []), ...notes] } : {}),
  };
  const groups = fragment.groups.map((group) => ({ ...group, id: newId(), members: group.members.map(idOf) }));
  return {
    document: groups.reduce(addGroup, added),
    ids: [...nodes, ...notes].map(({ id }) => id),
  };
}
