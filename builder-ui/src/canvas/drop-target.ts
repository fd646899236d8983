import { currentDocument, type Editor } from './editor.ts';
import type { Place, ScreenPoint } from './view-store.ts';

/** Turns screen pixels into canvas pixels. */
export type ToCanvas = (point: { readonly x: number; readonly y: number }) => { readonly x: number; readonly y: number };

/** Where a step would go that is let go here: onto a connection, an open end, or the empty canvas; null outside of it. */
export function dropTargetAt(editor: Editor, kind: string, { left, top }: ScreenPoint, toCanvas: ToCanvas): Place | null {
  const under = document.elementsFromPoint(left, top);
  if (!under.some((element) => element.classList.contains('react-flow__pane'))) return null;
  const isEntry = editor.types.get(kind)?.family === 'entry';
  const { x, y } = toCanvas({ x: left, y: top });
  if (isEntry) return { at: 'point', x, y };
  for (const element of under) {
    const end = element.closest<HTMLElement>('[data-open-end]');
    const [node, port] = [end?.dataset['openEnd'], end?.dataset['port']];
    if (node !== undefined && port !== undefined) return { at: 'port', node, port };
    const id = element.closest('.react-flow__edge')?.getAttribute('data-id');
    const edge = currentDocument(editor).edges.find((candidate) => `${candidate.from}:${candidate.port}` === id);
    if (edge !== undefined) return { at: 'edge', from: edge.from, port: edge.port };
  }
  return { at: 'point', x, y };
}
