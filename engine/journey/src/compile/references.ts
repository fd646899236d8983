import type { Diagnostic } from '../model/index.ts';
import type { WorkspaceNames } from '../nodes/define-node.ts';
import { problem } from './catalogue.ts';
import type { Graph, SoundNode } from './graph.ts';

/** Pass 5: reports names that do not exist in the workspace, sends without a topic, and what each type finds itself. */
export function references({ document, sound, disabled }: Graph, known: WorkspaceNames): readonly Diagnostic[] {
  const steps = [...sound.values()].filter(({ drawn }) => !disabled.has(drawn.id));
  return steps.flatMap((step) => [
    ...checkSend(step, known),
    ...checkPool(step, known),
    ...(step.definition.check?.(step.config, { node: step.drawn.id, document, known }) ?? []),
  ]);
}

function checkSend({ drawn, definition, config }: SoundNode, { templates, topics }: WorkspaceNames): readonly Diagnostic[] {
  const send = definition.consent?.(config) ?? null;
  if (send === null) return [];
  const { id: node } = drawn;
  const { channel, topic } = send;
  const found: Diagnostic[] = [];
  const template = fieldOf(config, 'template');
  if (template !== null && templates !== undefined && !templates.some((one) => one.key === template && one.channel === channel))
    found.push(problem('J401', { template, channel }, { node, field: 'config.template' }));
  if (topic === null && fieldOf(config, 'service') !== true) found.push(problem('J404', {}, { node, field: 'config.topic' }));
  if (topic !== null && topics !== undefined && !topics.includes(topic)) found.push(problem('J403', { topic }, { node, field: 'config.topic' }));
  return found;
}

function checkPool({ drawn, config }: SoundNode, { pools }: WorkspaceNames): readonly Diagnostic[] {
  const pool = fieldOf(config, 'pool');
  if (typeof pool !== 'string' || pools === undefined || pools.includes(pool)) return [];
  return [problem('J405', { pool }, { node: drawn.id, field: 'config.pool' })];
}

function fieldOf(config: unknown, name: string): string | boolean | null {
  if (typeof config !== 'object' || config === null) return null;
  const value = (config as { readonly [field: string]: unknown })[name];
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
