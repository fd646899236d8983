import type { TraceLine } from '@tendril/journey/simulator';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { wayOfRun } from '../canvas/way-of-run.ts';
import { STEP_HEIGHT, STEP_WIDTH } from '../document/geometry.ts';

const CANVAS = '.react-flow';

/** Whether a point of the screen is inside the canvas, with a little room to its edge (screen pixels). */
function isInView({ x, y }: { readonly x: number; readonly y: number }): boolean {
  const pane = document.querySelector(CANVAS)?.getBoundingClientRect();
  return pane !== undefined && x > pane.left && x < pane.right && y > pane.top && y < pane.bottom;
}

/** Draws the way so far over the journey, the token being at its end, and keeps the token in view. */
export function useToken(lines: readonly TraceLine[]): void {
  const editor = useEditor();
  const flow = useReactFlow();
  const drawing = useDocument((current) => current);
  useEffect(() => {
    const met = lines.flatMap(({ node, port }) => (node === null ? [] : [{ nodeId: node, port: port ?? null }]));
    editor.live.setState({ way: wayOfRun(drawing, met) });
  }, [editor, drawing, lines]);
  useEffect(() => () => editor.live.setState({ way: null }), [editor]);
  const here = lines.findLast(({ node }) => node !== null)?.node ?? null;
  useEffect(() => {
    const node = here === null ? undefined : flow.getNode(here);
    if (node === undefined) return;
    const centre = { x: node.position.x + STEP_WIDTH / 2, y: node.position.y + STEP_HEIGHT / 2 };
    if (isInView(flow.flowToScreenPosition(centre))) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    void flow.setCenter(centre.x, centre.y, { zoom: flow.getZoom(), duration: still ? 0 : 150 });
  }, [flow, here]);
}
