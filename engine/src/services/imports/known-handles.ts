import type { Db } from '@tendril/db';
import type { Sentence } from '@tendril/journey/model';
import { importRemarks } from '../../sentences/import-remarks.ts';
import type { LeadDraft } from './read-lead.ts';

const { say } = importRemarks;

type Handles = Pick<LeadDraft, 'phone' | 'email'>;

/** Handles that leads of the workspace had before a batch was written. */
export type KnownHandles = ReadonlyMap<string, string>;

const keyOf = (kind: 'phone' | 'email', value: string): string => `${kind}:${value}`;

/** Looks up the handles of a batch: which are known, and whose they are. */
export async function findKnownHandles({ client }: Pick<Db, 'client'>, workspaceId: string, drafts: readonly Handles[]): Promise<KnownHandles> {
  const values = (kind: 'phone' | 'email') => drafts.flatMap((draft) => draft[kind] ?? []);
  const rows = await client.leadIdentity.findMany({
    where: {
      workspaceId,
      OR: [
        { kind: 'phone', value: { in: values('phone') } },
        { kind: 'email', value: { in: values('email') } },
      ],
    },
  });
  return new Map(rows.map(({ kind, value, leadId }) => [`${kind}:${value}`, leadId]));
}

/** By what the lead of a line was known before, or nothing if it was not. */
export function knownRemarks(known: KnownHandles, { phone, email }: Handles): readonly Sentence[] {
  const byPhone = phone === undefined ? undefined : known.get(keyOf('phone', phone));
  const byEmail = email === undefined ? undefined : known.get(keyOf('email', email));
  if (byPhone !== undefined && byPhone === byEmail) return [say('import.known-both', {})];
  return [...(byPhone === undefined ? [] : [say('import.known-phone', {})]), ...(byEmail === undefined ? [] : [say('import.known-email', {})])];
}
