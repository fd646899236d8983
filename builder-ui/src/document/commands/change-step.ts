import type { DocumentNode, JourneyDocument, JsonObject, NodeId } from '@tendril/journey/model';
import { freshConfig, type NodeDefinition, type NodeTypes, type Port } from '@tendril/journey/nodes';
import { BRANCH_GAP, GAP, type Point } from '../geometry.ts';
import { isFinished, portsOf } from '../ports-of.ts';
import { makeRoom } from './place.ts';

const change = (document: JourneyDocument, id: NodeId, edit: (node: DocumentNode) => DocumentNode): JourneyDocument => {
  let changed = false;
  const nodes = document.nodes.map((node) => {
    if (node.id !== id) return node;
    const edited = edit(node);
    changed ||= edited !== node;
    return edited;
  });
  return changed ? { ...document, nodes } : document;
};

/**
 * Gives a step another config. A way out that only changed its name keeps its connection; connections of ways out that
 * are gone are dropped, but not while the config is half typed.
 */
export function setConfig(document: JourneyDocument, id: NodeId, config: JsonObject, types: NodeTypes): JourneyDocument {
  const before = document.nodes.find((node) => node.id === id);
  const after = change(document, id, (node) => ({ ...node, config }));
  const node = after.nodes.find((candidate) => candidate.id === id);
  if (before === undefined || node === undefined) return document;
  if (!isFinished(node, types)) return after;
  return followPorts(after, id, portsOf(before, types), portsOf(node, types));
}

function followPorts(document: JourneyDocument, id: NodeId, old: readonly Port[], fresh: readonly Port[]): JourneyDocument {
  const kept = new Set(fresh.map((port) => port.id));
  const gone = old.filter((port) => !kept.has(port.id));
  if (gone.length === 0) return document;
  const added = fresh.filter((port) => !old.some((candidate) => candidate.id === port.id));
  const [lost] = gone;
  const [gained] = added;
  const renamed = gone.length === 1 && added.length === 1 && old.length === fresh.length ? { from: lost?.id, to: gained?.id } : null;
  const edges = document.edges.flatMap((edge) => {
    if (edge.from !== id || kept.has(edge.port)) return [edge];
    return renamed?.to !== undefined && edge.port === renamed.from ? [{ ...edge, port: renamed.to }] : [];
  });
  return { ...document, edges };
}

/** Gives a step the marketer's own name; empty means the type's title. */
export const renameStep = (document: JourneyDocument, id: NodeId, name: string): JourneyDocument =>
  change(document, id, (node) => (node.name === name ? node : { ...node, name }));

/** Switches steps off (leads pass through by the first way) or on again. */
export function setDisabled(document: JourneyDocument, ids: readonly NodeId[], disabled: boolean): JourneyDocument {
  return ids.reduce(
    (current, id) =>
      change(current, id, (node) => {
        if ((node.disabled ?? false) === disabled) return node;
        const { disabled: _, ...rest } = node;
        return disabled ? { ...rest, disabled } : rest;
      }),
    document,
  );
}

/** Puts steps where they were dragged or tidied to. */
export function moveSteps(document: JourneyDocument, places: ReadonlyMap<NodeId, Point>): JourneyDocument {
  let moved = false;
  const nodes = document.nodes.map((node) => {
    const to = places.get(node.id);
    if (to === undefined) return node;
    const position = { x: Math.round(to.x), y: Math.round(to.y) };
    if (position.x === node.position.x && position.y === node.position.y) return node;
    moved = true;
    return { ...node, position };
  });
  return moved ? { ...document, nodes } : document;
}

/** Turns a step into another type. Settings and ways out that both types know are kept; further ways out follow in order. Nothing leads to an entry any more. */
export function replaceStep(document: JourneyDocument, id: NodeId, definition: NodeDefinition, types: NodeTypes): JourneyDocument {
  const old = document.nodes.find((node) => node.id === id);
  if (old === undefined || old.kind === definition.kind) return document;
  const oldPorts = portsOf(old, types);
  const replaced = change(document, id, (node) => ({
    ...node,
    kind: definition.kind,
    version: definition.version,
    config: keptConfig(definition, node.config),
  }));
  const fresh = replaced.nodes.find((node) => node.id === id);
  const ports = fresh === undefined ? [] : portsOf(fresh, types);
  const entered = definition.family === 'entry';
  const edges = replaced.edges.flatMap((edge) => {
    if (entered && edge.to === id) return [];
    if (edge.from !== id || ports.some((port) => port.id === edge.port)) return [edge];
    const port = ports[oldPorts.findIndex((candidate) => candidate.id === edge.port)];
    const taken = port === undefined || replaced.edges.some((other) => other.from === id && other.port === port.id);
    return taken ? [] : [{ ...edge, port: port.id }];
  });
  const place = fresh?.position.y ?? 0;
  const below = edges.filter((edge) => edge.from === id).map((edge) => edge.to);
  const gap = ports.length > 1 ? BRANCH_GAP : GAP;
  return below.reduce<JourneyDocument>((current, next) => (next === id ? current : makeRoom(current, next, place, gap)), { ...replaced, edges });
}

/** Those old settings that the new type accepts under the same name. */
function keptConfig(definition: NodeDefinition, config: JsonObject): JsonObject {
  let kept = freshConfig(definition);
  const complete = { ...(definition.example as JsonObject), ...kept };
  for (const [key, value] of Object.entries(config)) {
    const known = key in kept || key in complete;
    if (known && definition.config.safeParse({ ...complete, [key]: value }).success) kept = { ...kept, [key]: value };
  }
  return kept;
}
