import type { JourneyDocument } from '@tendril/journey/model';
import { formatDocument, readDocument } from '@tendril/journey/schema';

/** True if two drawings are the same journey: where steps stand, remarks and frames on the canvas and the name do not count. */
export const sameDrawing = (left: JourneyDocument, right: JourneyDocument): boolean => bare(left) === bare(right);

/** Read first, so that a default left out and a default written down are the same. */
function bare(stored: JourneyDocument): string {
  const reading = readDocument(stored);
  const document = reading.ok ? reading.document : stored;
  return formatDocument({
    ...document,
    name: '',
    notes: [],
    groups: [],
    nodes: document.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })),
  });
}
