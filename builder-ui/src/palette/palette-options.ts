import type { DocumentNode, JourneyDocument, Locale } from '@tendril/journey/model';
import type { NodeDefinition, NodeTypes } from '@tendril/journey/nodes';
import type { Place } from '../canvas/view-store.ts';
import { mayConnect } from '../document/commands/connect.ts';
import { nameOf, type PortAddress } from '../document/ports-of.ts';
import { matchKinds } from './match-kinds.ts';

/** What can come next at a place: a new step of a type, or a step that is drawn already and where the way goes on. */
export type PaletteOption =
  | { readonly is: 'type'; readonly definition: NodeDefinition }
  | { readonly is: 'step'; readonly node: DocumentNode; readonly from: PortAddress };

/** The way out that is being continued; null where a step is put aside or replaced. */
export function wayOfPlace(place: Place): PortAddress | null {
  switch (place.at) {
    case 'port':
      return { node: place.node, port: place.port };
    case 'edge':
      return { node: place.from, port: place.port };
    case 'point':
      return place.from ?? null;
    case 'replace':
      return null;
  }
}

/** What fits at a place and to what was typed: step types first, then the steps that the way may lead to. */
export function paletteOptions(place: Place, typed: string, document: JourneyDocument, types: NodeTypes, locale: Locale): readonly PaletteOption[] {
  const mayBegin = place.at === 'point' && place.from === undefined;
  const kinds = matchKinds(
    types.all.filter((definition) => definition.family !== 'entry' || mayBegin || place.at === 'replace'),
    typed,
  );
  const from = wayOfPlace(place);
  const query = typed.trim().toLowerCase();
  const leadsTo = from && document.edges.find((edge) => edge.from === from.node && edge.port === from.port)?.to;
  const steps =
    from === null || query === ''
      ? []
      : document.nodes.filter(
          (node) => node.id !== leadsTo && mayConnect(document, from, node.id, types) && nameOf(node, types, locale).toLowerCase().includes(query),
        );
  return [
    ...kinds.map((definition) => ({ is: 'type', definition }) as const),
    ...steps.flatMap((node) => (from === null ? [] : [{ is: 'step', node, from } as const])),
  ];
}
