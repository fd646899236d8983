import type { JourneyDocument } from '@tendril/journey/model';
import { formatDocument } from '@tendril/journey/schema';

/** True if two drawings are the same journey: where steps stand, remarks on the canvas and the name do not count. */
export const sameDrawing = (left: JourneyDocument, right: JourneyDocument): boolean => bare(left) === bare(right);

const bare = (document: JourneyDocument): string =>
  formatDocument({ ...document, name: '', notes: [], nodes: document.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })) });
