import type { Db } from '@tendril/db';
import type { DocumentNode, JourneyDocument, Locale } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';

/** A step of a version as trails and lists name it. */
export interface NodeName {
  readonly kind: string;
  /** The marketer's name for the step, else the title of its type. */
  readonly name: string;
}

/** Looks up the names of steps in published versions. */
export interface NodeNames {
  /** The name of a step; for a step that is not there its id. */
  find(step: { readonly journeyId: string; readonly version: number; readonly nodeId: string; readonly locale: Locale }): Promise<NodeName>;
}

/** Versions kept in memory; they never change, so none ever goes stale. */
const KEPT = 200;

/** Reads versions from the database once and keeps the most recently used ones. */
export function createNodeNames({ client }: Pick<Db, 'client'>): NodeNames {
  const versions = new Map<string, Promise<ReadonlyMap<string, DocumentNode>>>();

  const load = async (journeyId: string, number: number): Promise<ReadonlyMap<string, DocumentNode>> => {
    const row = await client.journeyVersion.findUnique({ where: { journeyId_number: { journeyId, number } }, select: { document: true } });
    const document = row?.document as JourneyDocument | undefined;
    return new Map((document?.nodes ?? []).map((node) => [node.id, node]));
  };

  const nodesOf = (journeyId: string, version: number): Promise<ReadonlyMap<string, DocumentNode>> => {
    const key = `${journeyId}/${version}`;
    const found = versions.get(key) ?? load(journeyId, version);
    versions.delete(key);
    versions.set(key, found);
    found.catch(() => versions.delete(key));
    const oldest = versions.keys().next().value;
    if (versions.size > KEPT && oldest !== undefined) versions.delete(oldest);
    return found;
  };

  return {
    find: async ({ journeyId, version, nodeId, locale }) => {
      const node = (await nodesOf(journeyId, version)).get(nodeId);
      if (node === undefined) return { kind: 'unknown', name: nodeId };
      return { kind: node.kind, name: node.name.trim() === '' ? (builtInNodeTypes.get(node.kind)?.title[locale] ?? node.kind) : node.name };
    },
  };
}
