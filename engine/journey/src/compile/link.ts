import type { Diagnostic, DocumentEdge, NodeId, PortId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import type { Graph, ParsedDocument } from './graph.ts';

/** Pass 2: turns connections into ways. Reports those that begin or end nowhere; passes through disabled steps. */
export function link(parsed: ParsedDocument): { readonly graph: Graph; readonly diagnostics: readonly Diagnostic[] } {
  const { document, sound } = parsed;
  const diagnostics: Diagnostic[] = [];
  const drawn = new Map(document.nodes.map((node) => [node.id, node]));
  const next = new Map<NodeId, Map<PortId, NodeId>>(document.nodes.map(({ id }) => [id, new Map()]));
  for (const edges of groupByPort(document.edges)) {
    const [edge] = edges;
    const found =
      edges.length > 1
        ? [problem('J206', { port: edge.port, count: edges.length }, { node: edge.from, port: edge.port })]
        : check(edge, sound, (id) => drawn.has(id));
    diagnostics.push(...found);
    if (found.length === 0) next.get(edge.from)?.set(edge.port, edge.to);
  }
  const disabled = new Set(document.nodes.filter((node) => node.disabled === true).map(({ id }) => id));
  const isEntry = (id: NodeId) => sound.get(id)?.definition.family === 'entry';
  const entries = [...drawn.keys()].filter((id) => isEntry(id) && !disabled.has(id));
  const interrupts = [...sound].flatMap(([id, { definition }]) => (definition.interrupt === undefined || disabled.has(id) ? [] : [id]));
  const graph = { ...parsed, next, entries, interrupts, disabled };
  const through = passDisabled(graph);
  return { graph: { ...graph, next: through.next }, diagnostics: [...diagnostics, ...through.diagnostics] };
}

function groupByPort(edges: readonly DocumentEdge[]): readonly (readonly [DocumentEdge, ...DocumentEdge[]])[] {
  const groups = new Map<string, [DocumentEdge, ...DocumentEdge[]]>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.port]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else if (!group.some(({ to }) => to === edge.to)) group.push(edge);
  }
  return [...groups.values()];
}

function check({ from, port, to }: DocumentEdge, sound: ParsedDocument['sound'], exists: (id: NodeId) => boolean): readonly Diagnostic[] {
  if (!exists(from)) return [problem('J203', { from })];
  const fix = { do: 'disconnect', node: from, port } as const;
  if (!exists(to)) return [problem('J204', { port, to }, { node: from, port, fix })];
  const source = sound.get(from);
  if (source !== undefined && !source.ports.some(({ id }) => id === port)) return [problem('J205', { port }, { node: from, port, fix })];
  const target = sound.get(to);
  if (target?.definition.family === 'entry') return [problem('J207', { to: target.drawn.name || to }, { node: from, port, fix })];
  return [];
}

/** A lead passes a disabled step by its first port, or leaves the journey there if it has none. */
function passDisabled(graph: Graph): { readonly next: Graph['next']; readonly diagnostics: readonly Diagnostic[] } {
  const { next, disabled, sound } = graph;
  if (disabled.size === 0) return { next, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const landOn = (from: NodeId): NodeId | null => {
    const seen = new Set<NodeId>();
    let at = from;
    while (disabled.has(at)) {
      if (seen.has(at)) {
        diagnostics.push(problem('J209', {}, { node: from }));
        return null;
      }
      seen.add(at);
      const first = sound.get(at)?.ports[0]?.id;
      const target = first === undefined ? undefined : next.get(at)?.get(first);
      if (target === undefined) return at;
      at = target;
    }
    return at;
  };
  const through = new Map<NodeId, Map<PortId, NodeId>>();
  for (const [id, ways] of next) {
    const landed = [...ways].flatMap(([port, to]): [PortId, NodeId][] => {
      const target = landOn(to);
      return target === null ? [] : [[port, target]];
    });
    through.set(id, new Map(landed));
  }
  return { next: through, diagnostics };
}
