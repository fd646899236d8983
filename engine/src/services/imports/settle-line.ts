import type { Sentence } from '@tendril/journey/model';
import { type LeadInput, NoHandle, type Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';
import type { DemoFriends } from '../../demo/demo-friends.ts';
import { isDatabaseAway } from '../../http/database-away.ts';
import { importRemarks } from '../../sentences/import-remarks.ts';
import type { ImportPlan } from './import-plan.ts';
import type { StoredCells } from './import-views.ts';
import { type KnownHandles, knownRemarks } from './known-handles.ts';
import type { LeadDraft, LineReading } from './read-lead.ts';

const { say } = importRemarks;

/** A line that was read and compared with the lines before it. */
export interface ReadLine {
  readonly line: number;
  readonly raw: StoredCells;
  readonly reading: LineReading;
  /** Remarks about earlier lines of the file with the same handles. */
  readonly duplicates: readonly Sentence[];
}

/** What became of a line. */
export interface SettledLine {
  readonly line: number;
  readonly raw: StoredCells;
  readonly outcome: 'imported' | 'merged' | 'refused';
  readonly remarks: readonly Sentence[];
  readonly leadId: string | null;
}

/** What settling a line needs. */
export interface SettleParts {
  readonly runtime: Pick<Runtime, 'upsertLead'>;
  readonly friends: DemoFriends;
  readonly log: Logger;
}

/**
 * Hands one line to the runtime. Whatever is wrong with the line refuses only this line; a database that is away is
 * thrown on, for then the line has not been settled at all.
 */
export async function settleLine(
  parts: SettleParts,
  plan: ImportPlan,
  { line, known }: { readonly line: ReadLine; readonly known: KnownHandles },
): Promise<SettledLine> {
  const { reading, raw, duplicates } = line;
  const refused = (remarks: readonly Sentence[]): SettledLine => ({ line: line.line, raw, outcome: 'refused', remarks, leadId: null });
  if (reading.draft === null) return refused(reading.remarks);
  const { draft } = reading;
  const { input, remarks: ownerRemarks } = leadInput(plan, draft);
  try {
    const { leadId, outcome, absorbed } = await parts.runtime.upsertLead(input);
    if (plan.isDemo) await parts.friends.befriend({ workspaceId: plan.workspaceId, leadId });
    const earlier = duplicates.length > 0 ? duplicates : knownRemarks(known, draft);
    const joined = absorbed.length > 0 ? [say('import.joined', {})] : [];
    const remarks = [...reading.remarks, ...ownerRemarks, ...(outcome === 'matched' ? earlier : []), ...joined];
    return { line: line.line, raw, outcome: outcome === 'matched' ? 'merged' : 'imported', remarks, leadId };
  } catch (error) {
    if (error instanceof NoHandle) return refused([say('import.no-identity', {}), ...reading.remarks]);
    if (isDatabaseAway(error)) throw error;
    parts.log.error({ err: error, job: plan.jobId, line: line.line }, 'a line could not be imported');
    return refused([say('import.failed', { message: 'internal' }), ...reading.remarks]);
  }
}

function leadInput(plan: ImportPlan, draft: LeadDraft): { readonly input: LeadInput; readonly remarks: readonly Sentence[] } {
  const { owner: namedOwner, ...texts } = draft.fields;
  const owner = namedOwner === undefined ? undefined : plan.owners.get(namedOwner.toLowerCase());
  const remarks = namedOwner !== undefined && owner === undefined ? [say('import.owner-unknown', { value: namedOwner })] : [];
  const consents =
    plan.consent === null || draft.email === undefined
      ? []
      : [{ channel: 'email', topic: plan.consent.topic, status: 'granted', source: 'import' } as const];
  const fields = {
    ...texts,
    ...(owner === undefined ? {} : { owner }),
    ...(draft.email === undefined ? {} : { email: draft.email }),
    ...(draft.phone === undefined ? {} : { phone: draft.phone }),
  };
  const { attributes, createdAt } = draft;
  return {
    input: { workspaceId: plan.workspaceId, fields, attributes, policy: 'fill', consents, ...(createdAt === undefined ? {} : { createdAt }) },
    remarks,
  };
}
