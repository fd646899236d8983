import type { NodeId, Program } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import type { MoveChoice } from './move-plan.ts';
import { rulesChanged, type StepChange, stepChanges } from './step-changes.ts';

/** Leads that stand at a step of a version. */
export interface LeadsAt {
  readonly version: number;
  readonly node: NodeId;
  readonly here: number;
}

/** One line of the plan: a step that is another in the new version, or (`node` null) all steps that are not. */
export interface PlanLine {
  readonly node: NodeId | null;
  /** The marketer's own name, or empty, and the type, as the newest version that leads stand in has them. */
  readonly name: string;
  readonly kind: string;
  readonly changes: readonly StepChange[];
  readonly here: number;
  /** Per version, the newest first. */
  readonly versions: readonly { readonly version: number; readonly here: number }[];
  /** What can be chosen; the first is what happens unless something else is said. */
  readonly choices: readonly MoveChoice['do'][];
}

/** What a new version means for the leads inside. */
export interface PublishPlan {
  /** Changed steps, those at which nobody stands too. */
  readonly lines: readonly PlanLine[];
  /** All leads at steps that are not changed. */
  readonly rest: PlanLine;
  /** The goal, exits or other rules of the whole journey are others; they hold for leads on the new version. */
  readonly rulesChanged: boolean;
}

/** What is to be compared. */
export interface PlanQuestion {
  readonly nodeTypes: NodeTypes;
  /** The versions that leads stand in, and the live one, by number. */
  readonly versions: ReadonlyMap<number, Program>;
  readonly inside: readonly LeadsAt[];
  readonly to: Program;
}

/** Lays out which leads a new version concerns. Every lead inside is on exactly one line. */
export function planPublish({ nodeTypes, versions, inside, to }: PlanQuestion): PublishPlan {
  const numbers = [...versions.keys()].sort((one, other) => other - one);
  const newest = numbers[0] === undefined ? undefined : versions.get(numbers[0]);
  const nodes = [...new Set([...numbers.flatMap((number) => Object.keys(versions.get(number)?.nodes ?? {})), ...inside.map(({ node }) => node)])];
  const changed = nodes.flatMap((node) => {
    const at = inside.filter((group) => group.node === node && group.here > 0);
    // Where nobody stands, only what the newest version had is of interest.
    const compared = at.length > 0 ? at.flatMap(({ version }) => versions.get(version) ?? []) : newest === undefined ? [] : [newest];
    const changes = [...new Set(compared.flatMap((from) => (from.nodes[node] === undefined ? [] : stepChanges(nodeTypes, node, { from, to }))))];
    const lost = at.length > 0 && to.nodes[node] === undefined && !changes.includes('removed');
    return changes.length === 0 && !lost ? [] : [{ node, at, changes: lost ? (['removed'] as const) : changes, known: compared[0] }];
  });
  const named = new Set(changed.map(({ node }) => node));
  const lines = changed.map(({ node, at, changes, known }): PlanLine => {
    const { name = '', kind = '' } = known?.nodes[node] ?? {};
    return { node, name, kind, changes, ...counted(at), choices: choicesAt(nodeTypes, node, { changes, to }) };
  });
  const others = inside.filter(({ node, here }) => here > 0 && !named.has(node));
  return {
    lines,
    rest: { node: null, name: '', kind: '', changes: [], ...counted(others), choices: ['finish', 'now', 'next', 'leave'] },
    rulesChanged: newest !== undefined && rulesChanged(newest, to),
  };
}

/** Who waits at a step of time of the same type can go over where it stands; who loses the step can go on at another. */
function choicesAt(
  nodeTypes: NodeTypes,
  node: NodeId,
  { changes, to }: { readonly changes: readonly StepChange[]; readonly to: Program },
): PlanLine['choices'] {
  const isGone = changes.includes('removed') || changes.includes('replaced');
  const family = nodeTypes.get(to.nodes[node]?.kind ?? '')?.family;
  return ['finish', ...(!isGone && family === 'time' ? (['now'] as const) : []), 'next', ...(isGone ? (['go-on'] as const) : []), 'leave'];
}

function counted(groups: readonly LeadsAt[]): Pick<PlanLine, 'here' | 'versions'> {
  const byVersion = new Map<number, number>();
  for (const { version, here } of groups) byVersion.set(version, (byVersion.get(version) ?? 0) + here);
  const versions = [...byVersion].map(([version, here]) => ({ version, here })).sort((one, other) => other.version - one.version);
  return { here: versions.reduce((sum, { here }) => sum + here, 0), versions };
}
