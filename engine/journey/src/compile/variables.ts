import type { Diagnostic, NodeId } from '../model/index.ts';
import type { WorkspaceNames } from '../nodes/define-node.ts';
import { problem } from './catalogue.ts';
import { LEAD_FIELDS } from './fields.ts';
import type { Graph } from './graph.ts';
import { reachable } from './reach.ts';
import { templatesOf } from './templates-of.ts';

/** Reports variables of templates that nothing provides, or that are set on some ways to the send but not on all. */
export function checkVariables(graph: Graph, { templates, fields }: WorkspaceNames): readonly Diagnostic[] {
  if (templates === undefined || fields === undefined) return [];
  const given = new Set([...LEAD_FIELDS, ...fields]);
  const uses = usesOf(graph, templates, given);
  if (uses.length === 0) return [];
  const surely = setOnEveryWay(graph, new Set(uses.map(({ field }) => field)));
  const somewhere = new Set([...surely.writers.values()].flatMap((written) => [...written]));
  return uses.flatMap(({ node, template, variable, field }) => {
    if (surely.before.get(node)?.has(field) === true) return [];
    return [problem(somewhere.has(field) ? 'J410' : 'J415', { template, variable }, { node })];
  });
}

interface Use {
  readonly node: NodeId;
  readonly template: string;
  readonly variable: string;
  readonly field: string;
}

/** Which fields of the lead that are not given anyway the templates of each step need. */
function usesOf({ sound, disabled }: Graph, templates: NonNullable<WorkspaceNames['templates']>, given: ReadonlySet<string>): readonly Use[] {
  return [...sound.values()].flatMap((step) => {
    const node = step.drawn.id;
    if (disabled.has(node)) return [];
    return templatesOf(step).flatMap(({ template }) => {
      const variables = templates.find(({ key }) => key === template)?.variables ?? [];
      return variables.flatMap((variable) => {
        const field = /^lead\.([^.]+)/.exec(variable)?.[1];
        return field === undefined || given.has(field) ? [] : [{ node, template, variable, field }];
      });
    });
  });
}

/** For each step, the fields that every way to it has set: the meet over all ways, reached by going round until nothing changes. */
function setOnEveryWay(graph: Graph, fields: ReadonlySet<string>) {
  const { sound, next, entries, interrupts } = graph;
  const writers = new Map<NodeId, ReadonlySet<string>>();
  for (const [id, { definition, config }] of sound) {
    const written = (definition.writes?.(config) ?? []).filter((field) => fields.has(field));
    if (written.length > 0) writers.set(id, new Set(written));
  }
  const before = new Map<NodeId, ReadonlySet<string>>([...reachable(graph)].map((id) => [id, fields]));
  const queue: NodeId[] = [];
  const lower = (id: NodeId, known: ReadonlySet<string>) => {
    const old = before.get(id) ?? fields;
    const met = new Set([...old].filter((field) => known.has(field)));
    if (met.size === old.size) return;
    before.set(id, met);
    queue.push(id);
  };
  for (const id of [...entries, ...interrupts]) lower(id, new Set());
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const after = new Set([...(before.get(id) ?? []), ...(writers.get(id) ?? [])]);
    for (const target of next.get(id)?.values() ?? []) lower(target, after);
  }
  return { before, writers };
}
