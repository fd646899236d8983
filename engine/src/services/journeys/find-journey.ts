import type { Db, Prisma } from '@tendril/db';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';

/** A journey as stored. */
export type StoredJourney = Prisma.JourneyGetPayload<object>;

/**
 * A journey of the caller's workspace.
 * @throws UserError `journey.missing`
 */
export async function findJourney(
  { client }: { readonly client: Pick<Db['client'], 'journey'> },
  { workspaceId }: Caller,
  id: string,
): Promise<StoredJourney> {
  const journey = await client.journey.findFirst({ where: { id, workspaceId } });
  if (journey === null) throw new UserError('journey.missing', {}, 'NOT_FOUND');
  return journey;
}

/**
 * As `findJourney`, for changes.
 * @throws UserError `journey.missing` or `journey.archived`
 */
export async function findEditable(db: Parameters<typeof findJourney>[0], caller: Caller, id: string): Promise<StoredJourney> {
  const journey = await findJourney(db, caller, id);
  if (journey.status === 'archived') throw new UserError('journey.archived', { name: journey.name }, 'CONFLICT');
  return journey;
}
