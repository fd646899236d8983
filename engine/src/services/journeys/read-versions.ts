import type { JourneyDocument } from '@tendril/journey/model';
import type { VersionRow } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

type Parts = Pick<JourneyParts, 'db'>;

/** The published versions, newest first. */
export async function listVersions({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<readonly VersionRow[]> {
  await findJourney(db, caller, id);
  const versions = await db.client.journeyVersion.findMany({ where: { journeyId: id }, omit: { document: true }, orderBy: { number: 'desc' } });
  const people = await db.client.user.findMany({
    where: { id: { in: versions.flatMap(({ publishedBy, approvedBy }) => [publishedBy ?? [], approvedBy ?? []].flat()) } },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  return versions.map(({ number, note, publishedAt, publishedBy, approvedBy, programHash }) => ({
    number,
    note,
    publishedAt: publishedAt.toISOString(),
    publishedBy: nameOf(publishedBy),
    approvedBy: nameOf(approvedBy),
    programHash,
  }));
}

/**
 * The drawing of one version.
 * @throws UserError `journey.version-missing`
 */
export async function readVersion({ db }: Parts, caller: Caller, { id, number }: { id: string; number: number }): Promise<JourneyDocument> {
  await findJourney(db, caller, id);
  const version = await db.client.journeyVersion.findUnique({ where: { journeyId_number: { journeyId: id, number } } });
  if (version === null) throw new UserError('journey.version-missing', { number }, 'NOT_FOUND');
  return version.document as unknown as JourneyDocument;
}
