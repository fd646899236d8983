import { leavesOf } from '../conditions/index.ts';
import type { Condition, Diagnostic, NodeId } from '../model/index.ts';
import { ENGAGEMENTS } from '../nodes/earlier-outcome.ts';
import { valuesByHint } from '../nodes/hinted-fields.ts';
import { problem } from './catalogue.ts';
import { type Graph, nameOf, type SoundNode } from './graph.ts';

/** Reports references to steps that do not exist, never come before, or never come out as is asked. */
export function checkOutcomes(graph: Graph): readonly Diagnostic[] {
  const { sound, disabled, document } = graph;
  const drawn = new Map(document.nodes.map((node) => [node.id, node]));
  return [...sound.values()].flatMap((step) => {
    if (disabled.has(step.drawn.id)) return [];
    return askedOutcomes(step).flatMap(({ earlier, outcomes, field }) => {
      const place = { node: step.drawn.id, field };
      const found = drawn.get(earlier);
      if (found === undefined) return [problem('J411', { step: earlier }, place)];
      const name = nameOf(found);
      const order = leadsTo(graph, earlier, step.drawn.id) ? [] : [problem('J413', { step: name }, place)];
      return [
        ...order,
        ...impossible(sound.get(earlier), outcomes).map(({ outcome, possible }) => problem('J414', { step: name, outcome, possible }, place)),
      ];
    });
  });
}

interface AskedOutcome {
  readonly earlier: NodeId;
  readonly outcomes: readonly string[];
  readonly field: string;
}

function askedOutcomes({ definition, config }: SoundNode): readonly AskedOutcome[] {
  const steps = valuesByHint(definition, config, 'step').flatMap(({ name, value }): AskedOutcome[] =>
    typeof value === 'string' ? [{ earlier: value, outcomes: pathOutcomes(config), field: `config.${name}` }] : [],
  );
  const conditions = [
    ...valuesByHint(definition, config, 'condition').map(({ name, value }) => ({ name, condition: value as Condition | null })),
    ...(definition.branches?.(config) ?? []).map(({ condition }) => ({ name: 'branches', condition })),
  ];
  const leaves = conditions.flatMap(({ name, condition }) =>
    (condition === null ? [] : leavesOf(condition)).flatMap(({ test, operator, value }): AskedOutcome[] => {
      if (test.of !== 'outcome') return [];
      const asked = operator === 'is' ? [value] : operator === 'in' && Array.isArray(value) ? value : [];
      return [{ earlier: test.node, outcomes: asked.filter((one) => typeof one === 'string'), field: `config.${name}` }];
    }),
  );
  return [...steps, ...leaves];
}

/** The outcomes that a step of the kind "earlier outcome" lists beside the step it refers to. */
function pathOutcomes(config: unknown): readonly string[] {
  const paths = typeof config === 'object' && config !== null && 'paths' in config ? config.paths : [];
  return Array.isArray(paths) ? (paths as readonly { readonly outcomes?: readonly string[] }[]).flatMap(({ outcomes = [] }) => outcomes) : [];
}

function impossible(step: SoundNode | undefined, outcomes: readonly string[]): readonly { readonly outcome: string; readonly possible: string }[] {
  const { definition, config, ports } = step ?? {};
  if (definition === undefined || ports === undefined) return [];
  // A disposition is the workspace's own word, and a sub-journey's outcome its own exit's: any may come.
  if (definition.outcomes === undefined && definition.simulate !== undefined) return [];
  const possible = [...(definition.outcomes?.(config) ?? ports.map(({ id }) => id)), ...ENGAGEMENTS, 'interrupted'];
  return outcomes.filter((outcome) => !possible.includes(outcome)).map((outcome) => ({ outcome, possible: possible.join('|') }));
}

function leadsTo({ next }: Graph, from: NodeId, to: NodeId): boolean {
  const seen = new Set<NodeId>();
  const queue = [...(next.get(from)?.values() ?? [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(next.get(id)?.values() ?? []));
  }
  return false;
}
