import { z } from 'zod';
import type { DocumentNode, JsonObject, Locale } from '../model/index.ts';
import type { NodeDefinition, Port } from './define-node.ts';
import type { NodeTypes } from './registry.ts';

type Drawn = Pick<DocumentNode, 'kind' | 'config'>;

/** The config of a node that has just been dropped: every field that has a default, the others left out. */
export function freshConfig(definition: NodeDefinition): JsonObject {
  return completed(definition, {});
}

/** The ways out of a node as drawn, also while its config is incomplete. Empty if the type is unknown. */
export function portsOf(nodeTypes: NodeTypes, { kind, config }: Drawn): readonly Port[] {
  const definition = nodeTypes.get(kind);
  if (definition === undefined) return [];
  try {
    return definition.ports(completed(definition, config));
  } catch {
    return []; // A config still half done may lack the very list its ports come from.
  }
}

/** The node in one sentence; its type's title while its config is incomplete, the bare kind if the type is unknown. */
export function summaryOf(nodeTypes: NodeTypes, { kind, config }: Drawn, locale: Locale): string {
  const definition = nodeTypes.get(kind);
  if (definition === undefined) return kind;
  const parsed = definition.config.safeParse(config);
  return parsed.success ? definition.summary(parsed.data, locale) : definition.title[locale];
}

/** The config with defaults where a field is absent or wrong; what has no default stays as it is written. */
function completed({ config: schema }: NodeDefinition, config: JsonObject): JsonObject {
  const whole = schema.safeParse(config);
  if (whole.success) return whole.data as JsonObject;
  if (!(schema instanceof z.ZodObject)) return config;
  const entries = Object.entries(schema.shape).flatMap(([name, part]): [string, JsonObject[string]][] => {
    const given = config[name];
    const best = [given, undefined].map((value) => z.safeParse(part, value)).find((answer) => answer.success && answer.data !== undefined);
    if (best?.success) return [[name, best.data as JsonObject[string]]];
    return given === undefined ? [] : [[name, given]];
  });
  return Object.fromEntries(entries);
}
