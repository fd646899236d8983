import { compile } from '@tendril/journey/compile';
import type { Program } from '@tendril/journey/model';
import { builtInNodeTypes, type EntryRules, mayEnter } from '@tendril/journey/nodes';
import { settingsSchema } from '@tendril/journey/schema';
import { countAlready } from '../bulk/backfill.ts';
import type { Caller } from '../ports.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { rulesOf, triggerOf } from './entry-points.ts';
import { findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';
import { nextStrangers } from './strangers.ts';

/** Leads looked at one by one when an entry has conditions; beyond that the answer is how many there are at most. */
const MOST_LOOKED_AT = 5_000;

/** The ids of entries by which new leads come in. */
export const newLeadEntries = (program: Program): readonly string[] =>
  program.entries.filter((nodeId) => triggerOf(program, nodeId)?.on === 'lead-created');

/**
 * How many leads of the workspace would come in if the draft were published and those that match let in: leads that were
 * never in this journey and that an entry for new leads admits, or of whom what an entry watches is true already; the
 * larger of the two, as they may be the same ones. Zero while the draft cannot be published.
 */
export async function countMatching(parts: JourneyParts, caller: Caller, { id }: { id: string }): Promise<{ matching: number }> {
  const [newcomers, already] = await Promise.all([countNewcomers(parts, caller, { id }), countAlready(parts, caller, { id })]);
  return { matching: Math.max(newcomers, already) };
}

/** How many leads that never were in the journey an entry for new leads of the draft admits. */
export async function countNewcomers(parts: Pick<JourneyParts, 'db' | 'runtime' | 'clock'>, caller: Caller, { id }: { id: string }): Promise<number> {
  const { db } = parts;
  const journey = await findJourney(db, caller, id);
  const compiled = compile(journey.draft, { nodeTypes: builtInNodeTypes });
  const entry = compiled.ok ? newLeadEntries(compiled.program)[0] : undefined;
  if (!compiled.ok || entry === undefined) return 0;
  const { program } = compiled;
  const total = await countStrangers(db, caller.workspaceId, id);
  const rules = rulesOf(program, entry);
  const { audience } = settingsSchema.parse(program.settings);
  const admitsAll = rules.filter === null && rules.exclude === null && audience === null;
  return admitsAll || total > MOST_LOOKED_AT ? total : countAdmitted(parts, caller, { journeyId: id, program, rules });
}

async function countStrangers({ client }: JourneyParts['db'], workspaceId: string, journeyId: string): Promise<number> {
  const [leads, known] = await Promise.all([
    client.lead.count({ where: { workspaceId, mergedInto: null } }),
    client.run.groupBy({ by: ['leadId'], where: { journeyId } }),
  ]);
  return Math.max(0, leads - known.length);
}

async function countAdmitted(
  { db, runtime, clock }: Pick<JourneyParts, 'db' | 'runtime' | 'clock'>,
  { workspaceId }: Caller,
  { journeyId, program, rules }: { readonly journeyId: string; readonly program: Program; readonly rules: EntryRules },
): Promise<number> {
  const workspace = await workspaceNow(db.client, workspaceId, clock.now());
  const settings = settingsSchema.parse(program.settings);
  let admitted = 0;
  let after: string | null = null;
  do {
    const { leadIds, last } = await nextStrangers(db, { workspaceId, journeyId, after, take: 500 });
    for (const leadId of leadIds) {
      const lead = await runtime.snapshot({ workspaceId, leadId, events: program.reads.events });
      if (lead === null) continue;
      const question = { settings, rules, lead, now: workspace.now, timeZone: settings.timeZone ?? workspace.timeZone, event: null, earlier: [] };
      if (mayEnter(question).enter) admitted += 1;
    }
    after = last;
  } while (after !== null);
  return admitted;
}
