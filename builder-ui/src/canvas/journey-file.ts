import type { JourneyDocument } from '@tendril/journey/model';
import { formatDocument, readDocument } from '@tendril/journey/schema';

/** Gives the drawing to the person as the canonical file, byte for byte what the command line writes. */
export function downloadJourney(drawing: JourneyDocument): void {
  const reading = readDocument(drawing);
  const text = reading.ok ? formatDocument(reading.document) : JSON.stringify(drawing, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${drawing.name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'journey'}.journey.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
