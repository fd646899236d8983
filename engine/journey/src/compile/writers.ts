import type { Diagnostic } from '../model/index.ts';
import { problem } from './catalogue.ts';
import { type Graph, nameOf } from './graph.ts';

/**
 * Reports fields that runs of the same lead, side by side, would overwrite for each other. A run is in one place at a
 * time, so this can only happen where entry by key lets a lead in several times at once.
 */
export function checkWriters({ document, sound, disabled }: Graph): readonly Diagnostic[] {
  const { reentry } = document.settings;
  if (typeof reentry === 'string' || !('key' in reentry)) return [];
  const writers = new Map<string, string[]>();
  for (const { drawn, definition, config } of sound.values()) {
    if (disabled.has(drawn.id)) continue;
    for (const field of definition.writes?.(config) ?? []) writers.set(field, [...(writers.get(field) ?? []), drawn.id]);
  }
  const names = new Map(document.nodes.map((node) => [node.id, nameOf(node)]));
  return [...writers].flatMap(([field, ids]) => {
    const [node] = ids;
    if (node === undefined || isAdded(field)) return [];
    return [problem('J506', { field, steps: ids.map((id) => names.get(id) ?? id).join(', ') }, { node })];
  });
}

/** Weights and points add up, whoever comes first. */
function isAdded(field: string): boolean {
  return field.startsWith('tag:') || field.startsWith('score:');
}
