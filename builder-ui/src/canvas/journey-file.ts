import type { JourneyDocument } from '@tendril/journey/model';
import { formatDocument, readDocument } from '@tendril/journey/schema';

/** The canonical file of a drawing, byte for byte what `tendril fmt` writes; one that cannot be read is written as it is. */
export function journeyText(drawing: JourneyDocument): string {
  const reading = readDocument(drawing);
  return reading.ok ? formatDocument(reading.document) : JSON.stringify(drawing, null, 2);
}

/** Gives the drawing to the person as its canonical file. */
export function downloadJourney(drawing: JourneyDocument): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([journeyText(drawing)], { type: 'application/json' }));
  link.download = `${drawing.name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'journey'}.journey.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
