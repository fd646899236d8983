import type { JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { STEP_HEIGHT, STEP_WIDTH } from '../../document/geometry.ts';

const MARGIN = 30;

/** A small picture of a journey: its steps in their families' colours, and how they hang together. Decorative. */
export function JourneyThumbnail({ document, height = 150 }: { readonly document: JourneyDocument; readonly height?: number }) {
  const { nodes, edges } = document;
  const places = new Map(nodes.map((node) => [node.id, node.position] as const));
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const [left, top] = [Math.min(...xs, 0) - MARGIN, Math.min(...ys, 0) - MARGIN];
  const width = Math.max(...xs, 0) + STEP_WIDTH + MARGIN - left;
  const tall = Math.max(...ys, 0) + STEP_HEIGHT + MARGIN - top;
  return (
    <svg viewBox={`${left} ${top} ${width} ${tall}`} height={height} width="100%" aria-hidden focusable="false">
      {edges.map((edge) => {
        const from = places.get(edge.from);
        const to = places.get(edge.to);
        if (from === undefined || to === undefined) return null;
        const [x1, y1, x2, y2] = [from.x + STEP_WIDTH / 2, from.y + STEP_HEIGHT, to.x + STEP_WIDTH / 2, to.y];
        const middle = (y1 + y2) / 2;
        return (
          <path key={`${edge.from}:${edge.port}`} d={`M${x1} ${y1}V${middle}H${x2}V${y2}`} fill="none" stroke="var(--line-strong)" strokeWidth={7} />
        );
      })}
      {nodes.map((node) => (
        <g key={node.id} transform={`translate(${node.position.x} ${node.position.y})`}>
          <rect width={STEP_WIDTH} height={STEP_HEIGHT} rx={14} fill="var(--panel)" stroke="var(--line-strong)" strokeWidth={4} />
          <rect x={14} y={19} width={40} height={40} rx={11} fill={`var(--${builtInNodeTypes.get(node.kind)?.family ?? 'logic'})`} opacity={0.75} />
          <rect x={70} y={26} width={110} height={10} rx={5} fill="var(--ink-3)" opacity={0.7} />
          <rect x={70} y={46} width={140} height={8} rx={4} fill="var(--line-strong)" />
        </g>
      ))}
    </svg>
  );
}
