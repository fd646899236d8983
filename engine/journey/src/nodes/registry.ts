import type { SentenceTexts } from '../sentences/define-sentences.ts';
import type { NodeDefinition } from './define-node.ts';

/** The node types of an installation: the built-in ones and those engineers add. Immutable. */
export interface NodeTypes {
  /** The definition of a kind, or undefined if this installation has no such type. */
  readonly get: (kind: string) => NodeDefinition | undefined;
  /** All definitions in the order of the palette. */
  readonly all: readonly NodeDefinition[];
  /** What the types say in trails, for `render`. */
  readonly sentences: SentenceTexts;
}

/**
 * Makes a registry of node types.
 * @throws TypeError if two definitions have the same kind or a sentence's code does not begin with its kind.
 */
export function createNodeTypes(definitions: readonly NodeDefinition[]): NodeTypes {
  const byKind = new Map<string, NodeDefinition>();
  const sentences: Record<string, SentenceTexts[string]> = {};
  for (const definition of definitions) {
    if (byKind.has(definition.kind)) throw new TypeError(`Node kind "${definition.kind}" is defined twice.`);
    byKind.set(definition.kind, definition);
    for (const [code, text] of Object.entries(definition.sentences ?? {})) {
      if (!code.startsWith(`${definition.kind}.`))
        throw new TypeError(`Sentence "${code}" of node kind "${definition.kind}" must begin with the kind.`);
      sentences[code] = text;
    }
  }
  return { get: (kind) => byKind.get(kind), all: [...byKind.values()], sentences };
}
