import type {
  DocumentEdge,
  DocumentGroup,
  DocumentNode,
  DocumentNote,
  JourneyDocument,
  JourneyTest,
  Json,
  JsonObject,
  ScriptedLead,
  ScriptItem,
} from '../model/index.ts';

/**
 * Writes a document as the one text it has: two spaces, keys in a fixed order, nodes, edges, notes and groups by id, so that
 * moving things about in a list is no change and a diff shows only what was edited. Ends with a line break.
 */
export function formatDocument(document: JourneyDocument): string {
  return `${JSON.stringify(orderDocument(document), null, 2)}\n`;
}

/** The document in its canonical order. */
export function orderDocument(document: JourneyDocument): JourneyDocument {
  return {
    format: document.format,
    schemaVersion: document.schemaVersion,
    name: document.name,
    settings: sortObject(document.settings),
    nodes: sortBy(document.nodes, ({ id }) => id).map(orderNode),
    edges: sortBy(document.edges, ({ from, port, to }) => JSON.stringify([from, port, to])).map(orderEdge),
    ...(document.notes === undefined ? {} : { notes: sortBy(document.notes, ({ id }) => id).map(orderNote) }),
    ...(document.groups === undefined || document.groups.length === 0 ? {} : { groups: sortBy(document.groups, ({ id }) => id).map(orderGroup) }),
    ...(document.tests === undefined || document.tests.length === 0 ? {} : { tests: sortBy(document.tests, ({ id }) => id).map(orderTest) }),
  };
}

function orderNode({ id, kind, version, name, disabled, config, position }: DocumentNode): DocumentNode {
  return {
    id,
    kind,
    version,
    name,
    ...(disabled === true ? { disabled } : {}),
    config: sortObject(config),
    position: { x: position.x, y: position.y },
  };
}

function orderEdge({ from, port, to }: DocumentEdge): DocumentEdge {
  return { from, port, to };
}

function orderNote({ id, text, color, position, size }: DocumentNote): DocumentNote {
  return {
    id,
    text,
    ...(color === undefined ? {} : { color }),
    position: { x: position.x, y: position.y },
    size: { width: size.width, height: size.height },
  };
}

function orderGroup({ id, title, color, collapsed, members }: DocumentGroup): DocumentGroup {
  return {
    id,
    title,
    ...(color === undefined ? {} : { color }),
    ...(collapsed === true ? { collapsed } : {}),
    members: sortBy(members, (member) => member),
  };
}

function orderTest({ id, name, start, lead, entry, properties, happens, answers, expect }: JourneyTest): JourneyTest {
  return {
    id,
    name,
    start,
    ...(entry === undefined ? {} : { entry }),
    ...(properties === undefined ? {} : { properties: sortObject(properties) }),
    ...(lead === undefined ? {} : { lead: sortKeys(lead as Json) as ScriptedLead }),
    ...(happens === undefined ? {} : { happens: happens.map((item) => sortKeys(item as Json) as ScriptItem) }),
    ...(answers === undefined ? {} : { answers: sortKeys(answers) as NonNullable<JourneyTest['answers']> }),
    expect: { way: expect.way, outcome: expect.outcome },
  };
}

function sortObject(object: JsonObject): JsonObject {
  return Object.fromEntries(sortBy(Object.entries(object), ([key]) => key).map(([key, value]) => [key, sortKeys(value)]));
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  return typeof value === 'object' && value !== null ? sortObject(value as JsonObject) : value;
}

/** By code units, since a collation would differ from machine to machine. */
function sortBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...items].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : keyOf(left) > keyOf(right) ? 1 : 0));
}
