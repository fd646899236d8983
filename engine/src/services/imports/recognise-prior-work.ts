import type { Db } from '@tendril/db';
import type { ImportPlan } from './import-plan.ts';
import type { SettledLine } from './settle-line.ts';

/** The instant (real ms) at which a version 7 UUID was made. */
const madeAt = (uuid: string): number => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);

/**
 * Puts the report right after a crash. A process that dies between writing leads and noting the batch leaves leads that
 * the next one finds known. One that was made after the upload, that no line of this import names yet, and that nobody
 * but this batch names first, was made by the batch itself: its line is `imported`, not `merged` with itself.
 */
export async function recognisePriorWork(
  { client }: Pick<Db, 'client'>,
  plan: ImportPlan,
  lines: readonly SettledLine[],
): Promise<readonly SettledLine[]> {
  const leadIds = lines.flatMap(({ leadId }) => leadId ?? []);
  const named = await client.importRow.findMany({ where: { jobId: plan.jobId, leadId: { in: leadIds } }, select: { leadId: true } });
  const taken = new Set(named.map(({ leadId }) => leadId));
  return lines.map((line) => {
    if (line.outcome !== 'merged' || line.leadId === null || taken.has(line.leadId)) return line;
    const isOurs = madeAt(line.leadId) >= plan.createdReal && !line.remarks.some(({ code }) => code.startsWith('import.duplicate-'));
    taken.add(line.leadId);
    return isOurs ? { ...line, outcome: 'imported' as const, remarks: line.remarks.filter(({ code }) => !code.startsWith('import.known-')) } : line;
  });
}
