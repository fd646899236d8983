/** So near to the border of the canvas a drag moves what is seen. */
const BORDER_PX = 50;
/** Pixels per frame at the very border. */
const FASTEST = 14;

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far the view goes on in one frame while a drag is held at a point of the screen; none away from the border, or outside. */
export function edgePush({ x, y }: { readonly x: number; readonly y: number }, box: Edges): { readonly x: number; readonly y: number } {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return { x: 0, y: 0 };
  return { x: along(x, box.left, box.right), y: along(y, box.top, box.bottom) };
}

function along(at: number, start: number, end: number): number {
  const [before, after] = [at - start, end - at];
  if (before < BORDER_PX) return -FASTEST * (1 - before / BORDER_PX);
  return after < BORDER_PX ? FASTEST * (1 - after / BORDER_PX) : 0;
}
