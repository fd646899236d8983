import type { Diagnostic, Instant, Program } from '../model/index.ts';
import type { WorkspaceNames } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { complete } from './complete.ts';
import type { Graph } from './graph.ts';
import { hashProgram } from './hash.ts';
import { link } from './link.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { reach } from './reach.ts';
import { references } from './references.ts';
import { safety } from './safety.ts';

/** What the compiler may look at besides the document. */
export interface CompileOptions {
  readonly nodeTypes: NodeTypes;
  /** What exists in the workspace; lists left out are not checked. */
  readonly known?: WorkspaceNames;
  /** When it is compiled, for dates that are past; without it they are not looked at. */
  readonly now?: Instant;
  /** The workspace's zone; default UTC. */
  readonly timeZone?: string;
}

/** A program with remarks that do not keep it from being published, or the remarks that do. Graver ones come first. */
export type Compiled =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles a journey document, in any stored version, to an immutable program named by its hash. All passes speak up,
 * so that a marketer sees everything that is to be mended at once.
 */
export function compile(stored: unknown, { nodeTypes, known = {}, now, timeZone = 'UTC' }: CompileOptions): Compiled {
  const { parsed, diagnostics: reading } = parse(stored, nodeTypes);
  if (parsed === null) return { ok: false, diagnostics: reading };
  const { graph, diagnostics: linking } = link(parsed);
  const all = [
    ...reading,
    ...linking,
    ...complete(graph),
    ...reach(graph),
    ...references(graph, { known, timeZone, ...(now === undefined ? {} : { now }) }),
    ...safety(graph),
  ];
  const diagnostics = inOrder(all, graph);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics };
  const program = lower(graph);
  return { ok: true, program: { ...program, hash: hashProgram(program) }, diagnostics };
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const;

/** By gravity, then as the steps stand in the document, then by code. */
function inOrder(diagnostics: readonly Diagnostic[], { document }: Graph): readonly Diagnostic[] {
  const places = new Map(document.nodes.map(({ id }, index) => [id, index]));
  const placeOf = ({ node }: Diagnostic) => (node === undefined ? -1 : (places.get(node) ?? -1));
  return diagnostics.toSorted(
    (left, right) =>
      GRAVITY[left.severity] - GRAVITY[right.severity] ||
      placeOf(left) - placeOf(right) ||
      (left.code < right.code ? -1 : left.code > right.code ? 1 : 0),
  );
}
