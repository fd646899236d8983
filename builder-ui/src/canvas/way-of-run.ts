import type { JourneyDocument, NodeId, PortId } from '@tendril/journey/model';
import type { DrawnWay } from './live-store.ts';

/** A line of a trail, as far as drawing it needs. */
interface TrailLine {
  readonly nodeId: NodeId;
  readonly port: PortId | null;
}

/** The way of one lead as it is drawn over the journey: each step where it was first met in a row, and the connections between. */
export function wayOfRun(document: JourneyDocument, lines: readonly TrailLine[]): DrawnWay {
  const steps = lines.map(({ nodeId }) => nodeId).filter((id, index, all) => id !== all[index - 1]);
  const gone = lines.flatMap(({ nodeId, port }) => (port === null ? [] : [`${nodeId}:${port}`]));
  const drawn = new Set(document.edges.map((edge) => `${edge.from}:${edge.port}`));
  return { steps, edges: new Set(gone.filter((id) => drawn.has(id))) };
}
