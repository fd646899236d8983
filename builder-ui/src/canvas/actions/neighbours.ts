import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import { edgesFrom, edgesInto, findNode, reachableFrom, readingOrder } from '../../document/walk.ts';
import { currentDocument, type Editor } from '../editor.ts';
import { reveal } from './group.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The step that an arrow key leads to: along the connections up and down, among brothers left and right. */
export function neighbour(document: JourneyDocument, id: NodeId, direction: Direction): NodeId | null {
  switch (direction) {
    case 'down':
      return leftmost(
        document,
        edgesFrom(document, id).map((edge) => edge.to),
      );
    case 'up':
      return leftmost(
        document,
        edgesInto(document, id).map((edge) => edge.from),
      );
    case 'left':
    case 'right':
      return beside(document, id, direction);
  }
}

const leftmost = (document: JourneyDocument, ids: readonly NodeId[]): NodeId | null =>
  [...ids].sort((a, b) => (findNode(document, a)?.position.x ?? 0) - (findNode(document, b)?.position.x ?? 0))[0] ?? null;

function beside(document: JourneyDocument, id: NodeId, direction: 'left' | 'right'): NodeId | null {
  const here = findNode(document, id);
  if (here === undefined) return null;
  const sign = direction === 'left' ? -1 : 1;
  const side = document.nodes
    .map((node) => ({ id: node.id, dx: (node.position.x - here.position.x) * sign, dy: Math.abs(node.position.y - here.position.y) }))
    .filter(({ dx }) => dx > 0)
    .sort((a, b) => a.dx + a.dy * 3 - (b.dx + b.dy * 3));
  return side[0]?.id ?? null;
}

/** Chooses the step an arrow leads to; with nothing chosen, the first one. Answers the chosen step. */
export function selectNeighbour(editor: Editor, direction: Direction): NodeId | null {
  const document = currentDocument(editor);
  const from = editor.view.getState().selected.at(-1);
  const next = from === undefined ? (readingOrder(document)[0] ?? null) : neighbour(document, from, direction);
  if (next !== null) {
    reveal(editor, next);
    editor.view.select([next]);
  }
  return next;
}

/** Adds everything before (`up`) or after (`down`) the chosen steps to the choice. */
export function selectStream(editor: Editor, direction: 'up' | 'down'): void {
  const document = currentDocument(editor);
  const start = editor.view.getState().selected;
  const turned = direction === 'down' ? document : { ...document, edges: document.edges.map(({ from, port, to }) => ({ from: to, port, to: from })) };
  editor.view.select([...new Set(start.flatMap((id) => [...reachableFrom(turned, id)]))]);
}
