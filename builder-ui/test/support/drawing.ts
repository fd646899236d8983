import type { DocumentNode, JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes, freshConfig } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';

/** A finished step of a type, placed in a column of rows 120 px apart. */
export function stepOf(kind: string, id: string, row = 0, column = 0): DocumentNode {
  const definition = builtInNodeTypes.get(kind);
  if (definition === undefined) throw new Error(`There is no step type ${kind}.`);
  const config = { ...freshConfig(definition), ...(definition.example as DocumentNode['config']) };
  return { id, kind, version: definition.version, name: '', config, position: { x: column * 300, y: row * 120 } };
}

/** Draws steps and connections: `draw({ a: 'wait', b: 'exit' }, 'a.next > b')`. Steps stand below each other. */
export function draw(steps: { readonly [id: string]: string }, ...ways: readonly string[]): JourneyDocument {
  const nodes = Object.entries(steps).map(([id, kind], row) => stepOf(kind, id, row));
  const edges = ways.map((way) => {
    const [, from = '', port = '', to = ''] = /^([\w-]+)\.([\w-]+) > ([\w-]+)$/.exec(way) ?? [];
    return { from, port, to };
  });
  return { ...emptyDocument('Test'), nodes, edges };
}

/** The connections as they were written, sorted. */
export const waysOf = (document: JourneyDocument): readonly string[] => document.edges.map(({ from, port, to }) => `${from}.${port} > ${to}`).sort();

/** Ids that count: `n1`, `n2`, … */
export function countingIds(): () => string {
  let count = 0;
  return () => `n${++count}`;
}

/** Where each step stands, as `x,y`. */
export const placesOf = (document: JourneyDocument): Readonly<Record<string, string>> =>
  Object.fromEntries(document.nodes.map(({ id, position }) => [id, `${position.x},${position.y}`]));
