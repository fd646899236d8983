import type { DocumentNode, JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { addStep, appendStep, insertStep } from '../../document/commands/add-step.ts';
import { replaceStep } from '../../document/commands/change-step.ts';
import { connect } from '../../document/commands/connect.ts';
import { STEP_HEIGHT, STEP_WIDTH } from '../../document/geometry.ts';
import { newNode } from '../../document/new-node.ts';
import { openPortsOf } from '../../document/ports-of.ts';
import { edgesFrom, findNode } from '../../document/walk.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';
import type { Place } from '../view-store.ts';

const CHANGES = { edge: 'insert', port: 'append', point: 'add', replace: 'replace' } as const;

/** The drawing with a fresh step at a place. */
function put(document: JourneyDocument, node: DocumentNode, place: Place, types: NodeTypes): JourneyDocument {
  switch (place.at) {
    case 'edge': {
      const edge = document.edges.find(({ from, port }) => from === place.from && port === place.port);
      return edge === undefined ? addStep(document, node) : insertStep(document, edge, node, types);
    }
    case 'port':
      return appendStep(document, { node: place.node, port: place.port }, node, types);
    case 'point': {
      const added = addStep(document, node);
      return place.from === undefined ? added : connect(added, place.from, node.id, types);
    }
    case 'replace': {
      const definition = types.get(node.kind);
      return definition === undefined ? document : replaceStep(document, place.node, definition, types);
    }
  }
}

/** Puts a step of a type at a place, chooses it and answers its id; null if nothing could be put there. */
export function placeStep(editor: Editor, kind: string, place: Place): NodeId | null {
  const { types } = editor;
  const definition = types.get(kind);
  if (definition === undefined || editor.readOnly) return null;
  const at = place.at === 'point' ? { x: Math.round(place.x - STEP_WIDTH / 2), y: Math.round(place.y - STEP_HEIGHT / 2) } : { x: 0, y: 0 };
  const node = newNode(definition, editor.newId(), at);
  edit(editor, { name: CHANGES[place.at] }, (document) => put(document, node, place, types));
  const id = place.at === 'replace' ? place.node : node.id;
  editor.view.select([id]);
  return id;
}

/**
 * Where a step goes that a person adds without pointing anywhere: after the chosen step if there is one, else after the
 * lowest open end, else at the given point.
 */
export function placeAfter(editor: Editor, fallback: { readonly x: number; readonly y: number }): Place {
  const document = currentDocument(editor);
  const [only, ...others] = editor.view.getState().selected;
  const chosen = only !== undefined && others.length === 0 ? findNode(document, only) : undefined;
  if (chosen !== undefined) {
    const open = openPortsOf(document, chosen, editor.types)[0];
    if (open !== undefined) return { at: 'port', node: chosen.id, port: open.id };
    const edge = edgesFrom(document, chosen.id)[0];
    if (edge !== undefined) return { at: 'edge', from: edge.from, port: edge.port };
  }
  const lowest = [...document.nodes].sort((a, b) => b.position.y - a.position.y).find((node) => openPortsOf(document, node, editor.types).length > 0);
  const port = lowest && openPortsOf(document, lowest, editor.types)[0];
  return lowest && port && chosen === undefined ? { at: 'port', node: lowest.id, port: port.id } : { at: 'point', ...fallback };
}
