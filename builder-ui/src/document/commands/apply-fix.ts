import type { JourneyDocument, NodeId, QuickFix } from '@tendril/journey/model';
import type { NodeDefinition, NodeTypes } from '@tendril/journey/nodes';
import { newNode } from '../new-node.ts';
import { appendStep, insertStep } from './add-step.ts';
import { setConfig } from './change-step.ts';
import { connect, disconnect } from './connect.ts';
import { deleteSteps } from './delete-steps.ts';

interface FixTools {
  readonly types: NodeTypes;
  /** The id a step gets that the fix adds. */
  readonly id: NodeId;
  /** The type that ends a journey. */
  readonly exit: NodeDefinition;
}

/** Mends what the compiler complained of, in the way it proposed. */
export function applyFix(document: JourneyDocument, fix: QuickFix, { types, id, exit }: FixTools): JourneyDocument {
  switch (fix.do) {
    case 'set-config':
      return setConfig(document, fix.node, fix.config, types);
    case 'connect':
      return connect(document, { node: fix.node, port: fix.port }, fix.to, types);
    case 'add-exit':
      return appendStep(document, { node: fix.node, port: fix.port }, newNode(exit, id, { x: 0, y: 0 }), types);
    case 'disconnect':
      return disconnect(document, [{ node: fix.node, port: fix.port }]);
    case 'insert-step': {
      const edge = document.edges.find(({ from, port }) => from === fix.node && port === fix.port);
      const definition = types.get(fix.kind);
      if (edge === undefined || definition === undefined) return document;
      return insertStep(document, edge, { ...newNode(definition, id, { x: 0, y: 0 }), config: fix.config }, types);
    }
    case 'remove-node':
      return deleteSteps(document, [fix.node]);
  }
}
