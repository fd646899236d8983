import type { EventView, Sentence } from '@tendril/journey/model';
import { type EntryRules, mayEnter, type NodeTypes } from '@tendril/journey/nodes';
import { othersWait, recentEntries, waitOutside } from '../entries/entry-rate.ts';
import { seeLead } from '../leads/snapshot.ts';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import type { EnrolInput, Enrolment } from './enrol-answers.ts';
import { forgetRefusal, noteRefusal } from './entry-refusals.ts';
import type { LoadedProgram } from './program-cache.ts';
import { startCursor } from './stored-cursor.ts';
import { versionFor } from './version-for.ts';

/** An entry of the live version of a journey. */
export interface LiveEntry {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly version: number;
}

type Refusal = Extract<keyof typeof runtimeSentences.texts, `entry.${string}`>;

const refused = (code: Refusal): Enrolment => ({ enrolled: false, because: runtimeSentences.say(code, {}) });

/** Leads come into a paused journey too and stand at its entry until it goes on. */
const takesLeads = ({ status }: { readonly status: string }): boolean => status === 'live' || status === 'paused';

/** Lets a lead in by the entry that was asked for, or the journey's manual one, or its first. */
export async function enrol(work: Work, input: EnrolInput): Promise<Enrolment> {
  const { tx, workspace, leads } = work;
  const journey = await tx.journey.findUnique({ where: { id: input.journeyId, workspaceId: workspace.id } });
  if (journey === null || !takesLeads(journey)) return refused('entry.journey-not-live');
  await leads.lock(tx, workspace.id, [input.leadId]);
  if (leads.get(input.leadId) === undefined) return refused('entry.no-such-lead');
  const entries = await tx.entryPoint.findMany({ where: { journeyId: journey.id }, orderBy: { nodeId: 'asc' } });
  const entry =
    input.entry === undefined
      ? (entries.find((point) => point.trigger === 'manual') ?? entries[0])
      : entries.find((point) => point.nodeId === input.entry);
  if (entry === undefined) return refused('entry.no-such-entry');
  return enrolLead(work, { entry, leadId: input.leadId, event: await findEvent(work, input) });
}

/** Lets a locked lead into a journey if its entry's rules allow it: the run and its start are written together. */
export async function enrolLead(
  work: Work,
  given: {
    readonly entry: LiveEntry;
    readonly leadId: string;
    readonly event: EventView | null;
    /** The lead has waited outside for its turn, so nobody goes before it. */
    readonly waited?: boolean;
  },
): Promise<Enrolment> {
  const { tx, parts } = work;
  const { event } = given;
  const lead = work.leads.require(given.leadId);
  const entry = { ...given.entry, version: await versionFor(work, given.entry, lead.id) };
  const version = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId: entry.journeyId, number: entry.version } } });
  if (version === null) return refused('entry.journey-not-live');
  const loaded = await parts.programs.load(tx, version.programHash);
  const rules = entryRules(parts.nodeTypes, loaded, entry.nodeId);
  const rated = rules.rate != null;
  const asked = await ask(work, { entry, leadId: lead.id, event, loaded, rules });
  const inLine = asked.enter && rated && given.waited !== true && (await othersWait(work, entry, lead.id));
  const answer = inLine ? { enter: false as const, because: runtimeSentences.say('entry.in-line', {}) } : asked;
  if (!answer.enter) {
    const { code } = answer.because;
    if (code === 'entry.rate' || code === 'entry.in-line') await waitOutside(work, entry, { leadId: lead.id, eventId: event?.id ?? null });
    await noteRefusal(work, { journeyId: entry.journeyId, leadId: lead.id, nodeId: entry.nodeId, because: answer.because });
    return { enrolled: false, because: answer.because };
  }
  const runId = await startRun(work, { entry, leadId: lead.id, event, entryKey: answer.entryKey, programHash: version.programHash, rated });
  if (runId === null) return refused('entry.already-inside');
  await forgetRefusal(work, { journeyId: entry.journeyId, leadId: lead.id });
  return { enrolled: true, runId };
}

/**
 * Lets a locked lead into a live journey because another journey says so. The entry's rules hold, but the run's key is the
 * caller's. False if the journey is not live or does not let the lead in.
 */
export async function callJourney(
  work: Work,
  call: { readonly journeyId: string; readonly leadId: string; readonly entryKey: string },
): Promise<boolean> {
  const { tx, workspace } = work;
  const { journeyId, leadId, entryKey } = call;
  const journey = await tx.journey.findUnique({ where: { id: journeyId, workspaceId: workspace.id } });
  if (journey === null || !takesLeads(journey) || journey.liveVersion === null) return false;
  const live = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId, number: journey.liveVersion } } });
  if (live === null) return false;
  const { entries, nodes } = (await work.parts.programs.load(tx, live.programHash)).program;
  const nodeId = entries.find((id) => nodes[id]?.kind === 'entry-manual') ?? entries[0];
  if (nodeId === undefined) return false;
  const number = await versionFor(work, { journeyId, version: live.number, nodeId }, leadId);
  const version = await tx.journeyVersion.findUniqueOrThrow({ where: { journeyId_number: { journeyId, number } } });
  const loaded = await work.parts.programs.load(tx, version.programHash);
  const entry = { journeyId, nodeId, version: version.number };
  // A rate is for those who come from outside: the journey that calls waits for its answer.
  const rules = { ...entryRules(work.parts.nodeTypes, loaded, nodeId), rate: null };
  if (!(await ask(work, { entry, leadId, event: null, loaded, rules })).enter) return false;
  return (await startRun(work, { entry, leadId, event: null, entryKey, programHash: version.programHash, rated: false })) !== null;
}

/** Writes a run and its start. Null if there is one with this key already. */
async function startRun(
  work: Work,
  given: {
    readonly entry: LiveEntry;
    readonly leadId: string;
    readonly event: EventView | null;
    readonly entryKey: string;
    readonly programHash: string;
    readonly rated: boolean;
  },
): Promise<string | null> {
  const { entry, leadId, event, entryKey, programHash, rated } = given;
  const run = {
    id: work.newId(),
    workspaceId: work.workspace.id,
    journeyId: entry.journeyId,
    version: entry.version,
    programHash,
    leadId,
    entryKey,
    nodeId: entry.nodeId,
    cursor: startCursor(entry.nodeId, event),
    startedAt: new Date(work.now),
    ratedEntry: rated ? entry.nodeId : null,
  };
  const { count } = await work.tx.run.createMany({ data: [run], skipDuplicates: true });
  if (count === 0) return null;
  work.outbox.push({ runId: run.id, kind: 'start', payload: {}, ...(work.bulk ? { bulk: true } : {}) });
  return run.id;
}

async function ask(
  work: Work,
  given: {
    readonly entry: LiveEntry;
    readonly leadId: string;
    readonly event: EventView | null;
    readonly loaded: LoadedProgram;
    readonly rules: EntryRules;
  },
): Promise<{ readonly enter: true; readonly entryKey: string } | { readonly enter: false; readonly because: Sentence }> {
  const { entry, leadId, event, loaded, rules } = given;
  const earlier = await work.tx.run.findMany({
    where: { journeyId: entry.journeyId, leadId },
    select: { entryKey: true, startedAt: true, endedAt: true },
  });
  const { view } = await seeLead(work, work.leads.require(leadId), loaded.program.reads.events);
  return mayEnter({
    settings: loaded.settings,
    rules,
    recentEntries: await recentEntries(work, entry, rules),
    lead: view,
    now: work.now,
    timeZone: loaded.settings.timeZone ?? work.workspace.timeZone,
    event,
    earlier: earlier.map((run) => ({ entryKey: run.entryKey, startedAt: run.startedAt.getTime(), endedAt: run.endedAt?.getTime() ?? null })),
  });
}

/** The rules in an entry's config; an entry of a kind that has none lets everybody in. */
function entryRules(types: NodeTypes, { program }: LoadedProgram, nodeId: string): EntryRules {
  const node = program.nodes[nodeId];
  const parsed = node === undefined ? undefined : types.get(node.kind)?.config.safeParse(node.config);
  const config = parsed?.success ? (parsed.data as Partial<EntryRules>) : {};
  return { filter: config.filter ?? null, exclude: config.exclude ?? null, rate: config.rate ?? null };
}

async function findEvent({ tx, leads }: Work, { eventId, leadId }: EnrolInput): Promise<EventView | null> {
  if (eventId === undefined) return null;
  const event = await tx.event.findFirst({ where: { id: eventId, leadId: leads.require(leadId).id } });
  if (event === null) return null;
  return { id: event.id, name: event.name, at: event.occurredAt.getTime(), properties: event.properties as EventView['properties'] };
}
