import type { Diagnostic, DocumentNode, NodeId } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { toProblem } from '../schema/document-problem.ts';
import { readDocument } from '../schema/index.ts';
import { problem, problemOf } from './catalogue.ts';
import type { ParsedDocument, SoundNode } from './graph.ts';

/** A document that can be worked on, or null if it cannot be read at all; and the remarks on the way. */
export interface Parsed {
  readonly parsed: ParsedDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pass 1: reads the document in its current version, and each step's config with its type's schema. */
export function parse(stored: unknown, nodeTypes: NodeTypes): Parsed {
  const read = readDocument(stored);
  if (!read.ok) return { parsed: null, diagnostics: read.problems.map((found) => problemOf(found, { field: found.path.join('.') })) };
  const sound = new Map<NodeId, SoundNode>();
  const diagnostics = read.document.nodes.flatMap((drawn) => {
    const result = parseNode(drawn, nodeTypes);
    if ('definition' in result) sound.set(drawn.id, result);
    return 'definition' in result ? [] : result;
  });
  return { parsed: { document: read.document, sound }, diagnostics };
}

function parseNode(drawn: DocumentNode, nodeTypes: NodeTypes): SoundNode | readonly Diagnostic[] {
  const { id: node, kind, version } = drawn;
  const definition = nodeTypes.get(kind);
  if (definition === undefined) return [problem('J201', { kind }, { node, fix: { do: 'remove-node', node } })];
  if (version > definition.version) return [problem('J202', { kind, found: version, current: definition.version }, { node })];
  const read = definition.config.safeParse(drawn.config, { reportInput: true });
  if (read.success) return { drawn, definition, config: read.data, ports: definition.ports(read.data) };
  return read.error.issues.map((issue) => {
    const found = toProblem(issue);
    return problemOf(found, { node, field: ['config', ...found.path].join('.') });
  });
}
