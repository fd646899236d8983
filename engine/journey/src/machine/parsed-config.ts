import type { ProgramNode } from '../model/index.ts';
import type { NodeDefinition } from '../nodes/define-node.ts';

/** A config that its type accepts, or the field it does not. */
export type ParsedConfig = { readonly ok: true; readonly config: unknown } | { readonly ok: false; readonly field: string };

const parsed = new WeakMap<ProgramNode, { readonly definition: NodeDefinition; readonly result: ParsedConfig }>();

/**
 * Reads a program node's config with its type's schema, which also fills in what a newer version of the type has added.
 * Programs are immutable, so each node is read once for as long as its program is in memory.
 */
export function parsedConfig(node: ProgramNode, definition: NodeDefinition): ParsedConfig {
  const known = parsed.get(node);
  if (known?.definition === definition) return known.result;
  const answer = definition.config.safeParse(node.config);
  const result: ParsedConfig = answer.success
    ? { ok: true, config: answer.data }
    : { ok: false, field: answer.error.issues[0]?.path.join('.') || 'config' };
  parsed.set(node, { definition, result });
  return result;
}
