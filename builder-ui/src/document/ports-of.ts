import type { DocumentNode, JourneyDocument, Locale, NodeId, PortId } from '@tendril/journey/model';
import { type NodeTypes, type Port, portsOf as readPorts, summaryOf as readSummary } from '@tendril/journey/nodes';

const cache = new WeakMap<NodeTypes, WeakMap<DocumentNode, readonly Port[]>>();

/** The ways out of a step in their drawn order. Remembered per step: a drawing asks for them at every frame. */
export function portsOf(node: DocumentNode, types: NodeTypes): readonly Port[] {
  let known = cache.get(types);
  if (known === undefined) {
    known = new WeakMap();
    cache.set(types, known);
  }
  const ports = known.get(node) ?? readPorts(types, node);
  known.set(node, ports);
  return ports;
}

/** The ways out that lead nowhere yet. */
export function openPortsOf(document: JourneyDocument, node: DocumentNode, types: NodeTypes): readonly Port[] {
  return portsOf(node, types).filter((port) => !document.edges.some((edge) => edge.from === node.id && edge.port === port.id));
}

/** True if the config is whole, so that the type can say what the step does. */
export const isFinished = (node: DocumentNode, types: NodeTypes): boolean => types.get(node.kind)?.config.safeParse(node.config).success ?? false;

/** What the step does in one sentence; null while its config is not finished. */
export const summaryOf = (node: DocumentNode, types: NodeTypes, locale: Locale): string | null =>
  isFinished(node, types) ? readSummary(types, node, locale) : null;

/** The marketer's name for the step, else the type's title. */
export const nameOf = (node: Pick<DocumentNode, 'kind' | 'name'>, types: NodeTypes, locale: Locale): string =>
  node.name.trim() || types.get(node.kind)?.title[locale] || node.kind;

/** True if leads come into the journey here, so that nothing may lead to it. */
export const isEntry = (kind: string, types: NodeTypes): boolean => types.get(kind)?.family === 'entry';

/** A way out, addressed. */
export interface PortAddress {
  readonly node: NodeId;
  readonly port: PortId;
}
