import type { Diagnostic } from '../model/index.ts';
import type { WorkspaceNames } from '../nodes/define-node.ts';
import { problem } from './catalogue.ts';
import type { Graph } from './graph.ts';
import { nodeReads } from './program-reads.ts';

/** Fields every lead has; nobody needs to write them in a journey. */
export const LEAD_FIELDS: readonly string[] = [
  ...['name', 'email', 'phone', 'title', 'city', 'region', 'industry', 'source', 'company', 'companySize'],
  ...['owner', 'stage', 'pool', 'locale', 'timeZone'],
];

/** Reports fields that a step looks at and that nobody ever writes. */
export function checkFields({ sound, disabled }: Graph, { fields }: WorkspaceNames): readonly Diagnostic[] {
  if (fields === undefined) return [];
  const steps = [...sound.values()].filter(({ drawn }) => !disabled.has(drawn.id));
  const written = new Set([...LEAD_FIELDS, ...fields, ...steps.flatMap(({ definition, config }) => definition.writes?.(config) ?? [])]);
  return steps.flatMap((step) =>
    (nodeReads(step).attributes ?? []).filter((field) => !written.has(field)).map((field) => problem('J409', { field }, { node: step.drawn.id })),
  );
}
