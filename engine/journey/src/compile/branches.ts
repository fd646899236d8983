import type { Condition, Diagnostic, PortId } from '../model/index.ts';
import type { Branch } from '../nodes/define-node.ts';
import { problem } from './catalogue.ts';
import type { Graph, SoundNode } from './graph.ts';
import { type Demand, isSatisfiable, subjectsOf } from './satisfiable.ts';

/** Reports branches that no value can take, and ordered branches that overlap without one holding the other. */
export function checkBranches({ sound, disabled }: Graph): readonly Diagnostic[] {
  return [...sound.values()].flatMap((step) => (disabled.has(step.drawn.id) ? [] : checkStep(step)));
}

function checkStep(step: SoundNode): readonly Diagnostic[] {
  const branches = step.definition.branches?.(step.config) ?? [];
  if (branches.length === 0) return [];
  return [...neverTaken(step, branches), ...overlapping(step, branches)];
}

function neverTaken({ drawn, ports }: SoundNode, branches: readonly Branch[]): readonly Diagnostic[] {
  const node = drawn.id;
  const refused = (upTo: number): readonly Demand[] => branches.slice(0, upTo).map(({ condition }) => ({ condition, wanted: 'not-true' }));
  const dead = branches.flatMap(({ port, condition }, index) => {
    if (!isSatisfiable([{ condition, wanted: 'true' }])) return [problem('J303', { port }, { node, port })];
    const earlier = refused(index);
    return isSatisfiable([...earlier, { condition, wanted: 'true' }]) ? [] : [problem('J304', { port }, { node, port })];
  });
  const branching = new Set<PortId>(branches.map(({ port }) => port));
  const [rest] = ports.filter(({ id }) => !branching.has(id));
  if (rest === undefined || isSatisfiable(refused(branches.length))) return dead;
  return [...dead, problem('J303', { port: rest.id }, { node, port: rest.id })];
}

/** Only branches over one and the same value are compared: of others it is nothing strange that a lead may fit both. */
function overlapping({ drawn }: SoundNode, branches: readonly Branch[]): readonly Diagnostic[] {
  const node = drawn.id;
  return branches.flatMap((later, index) =>
    branches.slice(0, index).flatMap((earlier) => {
      if (!areOverOneValue(earlier.condition, later.condition)) return [];
      const meet = (left: Demand['wanted'], right: Demand['wanted']) =>
        isSatisfiable([
          { condition: earlier.condition, wanted: left },
          { condition: later.condition, wanted: right },
        ]);
      const cross = meet('true', 'true') && meet('true', 'not-true') && meet('not-true', 'true');
      return cross ? [problem('J305', { port: later.port, earlier: earlier.port }, { node, port: later.port })] : [];
    }),
  );
}

function areOverOneValue(left: Condition, right: Condition): boolean {
  const subjects = new Set([...subjectsOf(left), ...subjectsOf(right)]);
  return subjects.size === 1;
}
