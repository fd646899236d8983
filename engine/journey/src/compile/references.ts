import type { Diagnostic, EventPattern } from '../model/index.ts';
import type { FieldHint } from '../nodes/config-fields.ts';
import type { CheckContext, WorkspaceNames } from '../nodes/define-node.ts';
import { valuesByHint } from '../nodes/hinted-fields.ts';
import { type ProblemPlace, problem } from './catalogue.ts';
import { checkFields } from './fields.ts';
import type { Graph, SoundNode } from './graph.ts';
import { checkOutcomes } from './outcomes.ts';
import { nameFix, suggestName } from './suggest-name.ts';
import { templatesOf } from './templates-of.ts';
import { checkVariables } from './variables.ts';

/** What the pass may look at besides the graph. */
export type ReferenceContext = Omit<CheckContext, 'node' | 'document'>;

/** Pass 5: reports names that do not exist, sends without a topic, fields nobody writes, and what each type finds itself. */
export function references(graph: Graph, context: ReferenceContext): readonly Diagnostic[] {
  const { document, sound, disabled } = graph;
  const steps = [...sound.values()].filter(({ drawn }) => !disabled.has(drawn.id));
  const { known } = context;
  const ofSteps = steps.flatMap((step) => [
    ...checkTemplates(step, known),
    ...checkTopic(step, known),
    ...NAMES.flatMap((name) => checkNames(step, known, name)),
    ...checkEvents(step, known),
    ...(step.definition.check?.(step.config, { ...context, node: step.drawn.id, document }) ?? []),
  ]);
  return [...ofSteps, ...checkFields(graph, known), ...checkVariables(graph, known), ...checkOutcomes(graph)];
}

function checkTemplates(step: SoundNode, { templates }: WorkspaceNames): readonly Diagnostic[] {
  if (templates === undefined) return [];
  const node = step.drawn.id;
  return templatesOf(step).flatMap(({ template, channel, field }) => {
    const place = { node, field: `config.${field}` };
    const found = templates.filter(({ key }) => key === template);
    const [first] = found;
    const fitting = templates.filter((one) => one.channel === channel).map(({ key }) => key);
    const mend = nameFix(step, field, suggestName(template, fitting));
    if (first === undefined) return [problem('J401', { template, channel }, { ...place, ...mend })];
    return fitting.includes(template) ? [] : [problem('J402', { template, channel, found: first.channel }, { ...place, ...mend })];
  });
}

function checkTopic(step: SoundNode, { topics }: WorkspaceNames): readonly Diagnostic[] {
  const { drawn, definition, config } = step;
  const send = definition.consent?.(config) ?? null;
  if (send === null) return [];
  const { topic } = send;
  const place = { node: drawn.id, field: 'config.topic', ...nameFix(step, 'topic', suggestName(topic, topics ?? [])) };
  if (topic === null) return isServiceMessage(config) ? [] : [problem('J404', {}, place)];
  return topics === undefined || topics.includes(topic) ? [] : [problem('J403', { topic }, place)];
}

function isServiceMessage(config: unknown): boolean {
  return typeof config === 'object' && config !== null && 'service' in config && config.service === true;
}

interface NameCheck {
  readonly hint: FieldHint;
  readonly names: (known: WorkspaceNames) => readonly string[] | undefined;
  readonly say: (name: string, place: ProblemPlace) => Diagnostic;
}

const NAMES: readonly NameCheck[] = [
  { hint: 'pool', names: ({ pools }) => pools, say: (pool, place) => problem('J405', { pool }, place) },
  { hint: 'people', names: ({ people }) => people, say: (person, place) => problem('J406', { person }, place) },
  { hint: 'segment', names: ({ segments }) => segments, say: (segment, place) => problem('J407', { segment }, place) },
  { hint: 'journey', names: ({ journeys }) => journeys, say: (journey, place) => problem('J408', { journey }, place) },
];

function checkNames(step: SoundNode, known: WorkspaceNames, { hint, names, say }: NameCheck): readonly Diagnostic[] {
  const existing = names(known);
  if (existing === undefined) return [];
  const { drawn, definition, config } = step;
  return valuesByHint(definition, config, hint).flatMap(({ name, value }) =>
    textsIn(value)
      .filter((text) => !existing.includes(text))
      .map((text) => say(text, { node: drawn.id, field: `config.${name}`, ...nameFix(step, name, suggestName(text, existing)) })),
  );
}

function checkEvents({ drawn, definition, config }: SoundNode, { events }: WorkspaceNames): readonly Diagnostic[] {
  if (events === undefined) return [];
  const named = valuesByHint(definition, config, 'event').flatMap(({ name, value }) => textsIn(value).map((event) => ({ name, event })));
  const patterns = valuesByHint(definition, config, 'event-patterns').flatMap(({ name, value }) =>
    Array.isArray(value) ? (value as readonly EventPattern[]).map(({ event }) => ({ name, event })) : [],
  );
  return [...named, ...patterns]
    .filter(({ event }) => !events.includes(event))
    .map(({ name, event }) => problem('J412', { event }, { node: drawn.id, field: `config.${name}` }));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
