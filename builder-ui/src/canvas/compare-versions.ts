import type { DocumentNode, JourneyDocument, NodeId } from '@tendril/journey/model';
import { SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../document/geometry.ts';
import type { Difference } from './live-store.ts';

const same = (a: DocumentNode, b: DocumentNode): boolean =>
  a.kind === b.kind && a.name === b.name && (a.disabled ?? false) === (b.disabled ?? false) && JSON.stringify(a.config) === JSON.stringify(b.config);

const waysOf = (document: JourneyDocument, id: NodeId): string =>
  document.edges
    .filter((edge) => edge.from === id)
    .map((edge) => `${edge.port}→${edge.to}`)
    .sort()
    .join(' ');

/** How each step of `shown` differs from `other`: it is new, or its settings, name or ways on are others. Places do not count. */
export function compareVersions(shown: JourneyDocument, other: JourneyDocument): Difference {
  const before = new Map(other.nodes.map((node) => [node.id, node] as const));
  const difference = new Map<NodeId, 'added' | 'changed' | 'removed'>();
  for (const node of shown.nodes) {
    const old = before.get(node.id);
    if (old === undefined) difference.set(node.id, 'added');
    else if (!same(old, node) || waysOf(shown, node.id) !== waysOf(other, node.id)) difference.set(node.id, 'changed');
  }
  return difference;
}

/** Steps that `other` has and `shown` lacks. */
export const lostSteps = (shown: JourneyDocument, other: JourneyDocument): readonly DocumentNode[] =>
  other.nodes.filter((node) => !shown.nodes.some(({ id }) => id === node.id));

/** Where a lost step can be drawn: where it was, or beside what stands there now. */
export function placeOfLost(shown: JourneyDocument, lost: DocumentNode): { readonly x: number; readonly y: number } {
  const { x, y } = lost.position;
  const covered = shown.nodes.map(({ position }) => position).filter((at) => Math.abs(at.y - y) < STEP_HEIGHT);
  for (let column = 0; ; column += 1) {
    const left = x + column * (STEP_WIDTH + SIDE_GAP);
    if (!covered.some((at) => Math.abs(at.x - left) < STEP_WIDTH)) return { x: left, y };
  }
}
