import type { DocumentNode, JourneyDocument, NodeId, QuickFix } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { newNode } from '../new-node.ts';
import { appendStep, insertStep } from './add-step.ts';
import { setConfig } from './change-step.ts';
import { connect, disconnect } from './connect.ts';
import { deleteSteps } from './delete-steps.ts';

interface FixTools {
  readonly types: NodeTypes;
  /** The id a step gets that the fix adds. */
  readonly id: NodeId;
}

/** The type that ends a journey. */
const EXIT = 'exit';

/** Mends what the compiler complained of, in the way it proposed. */
export function applyFix(document: JourneyDocument, fix: QuickFix, { types, id }: FixTools): JourneyDocument {
  switch (fix.do) {
    case 'set-config':
      return setConfig(document, fix.node, fix.config, types);
    case 'connect':
      return connect(document, { node: fix.node, port: fix.port }, fix.to, types);
    case 'disconnect':
      return disconnect(document, [{ node: fix.node, port: fix.port }]);
    case 'add-exit':
      return withFresh(types, EXIT, id, (node) => appendStep(document, { node: fix.node, port: fix.port }, node, types)) ?? document;
    case 'insert-step': {
      const edge = document.edges.find(({ from, port }) => from === fix.node && port === fix.port);
      const put = (node: DocumentNode) => (edge === undefined ? document : insertStep(document, edge, { ...node, config: fix.config }, types));
      return withFresh(types, fix.kind, id, put) ?? document;
    }
    case 'remove-node':
      return deleteSteps(document, [fix.node]);
  }
}

function withFresh(types: NodeTypes, kind: string, id: NodeId, put: (node: DocumentNode) => JourneyDocument): JourneyDocument | null {
  const definition = types.get(kind);
  return definition === undefined ? null : put(newNode(definition, id, { x: 0, y: 0 }));
}
