import { stableShare } from '@tendril/journey/machine';
import type { Work } from '../work/work.ts';

/** A lead at an entry of a journey's live version. */
interface Arrival {
  readonly journeyId: string;
  /** The live version. */
  readonly version: number;
  readonly nodeId: string;
}

/**
 * The version by which a lead comes in: the live one, or the one on trial beside it. The lead's id decides, so that it would
 * be the same one on every machine and at every try. An entry that the version on trial lacks leads into the live one.
 */
export async function versionFor({ tx, parts }: Work, { journeyId, version, nodeId }: Arrival, leadId: string): Promise<number> {
  const canary = await tx.canary.findFirst({ where: { journeyId, status: 'running', against: version } });
  if (canary === null || stableShare(`canary/${canary.id}/${leadId}`) * 100 >= canary.percent) return version;
  const { programHash } = await tx.journeyVersion.findUniqueOrThrow({ where: { journeyId_number: { journeyId, number: canary.version } } });
  const { program } = await parts.programs.load(tx, programHash);
  return program.entries.includes(nodeId) ? canary.version : version;
}
