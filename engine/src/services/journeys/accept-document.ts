import type { JourneyDocument, Locale } from '@tendril/journey/model';
import { readDocument } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import { UserError } from '../user-error.ts';

/**
 * The one door for journeys that people send: migrated to the current version and well formed. It may still be wrong as
 * a journey; publishing says so, step by step.
 * @throws UserError `journey.unreadable`
 */
export function acceptDocument(sent: unknown, locale: Locale): JourneyDocument {
  const reading = readDocument(sent);
  if (reading.ok) return reading.document;
  throw new UserError('journey.unreadable', { problem: render(reading.problems[0], locale) });
}
