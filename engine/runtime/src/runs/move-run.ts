import { mayMove } from '@tendril/journey/machine';
import type { RunSignal } from '@tendril/journey/wire';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { readCursor } from './stored-cursor.ts';

/** Which run goes over to which version of its journey, if it stands at one of these steps. */
export interface MoveInput {
  readonly workspaceId: string;
  readonly runId: string;
  readonly version: number;
  readonly nodeIds: readonly string[];
}

/**
 * Takes a waiting run over to another version: what the lead has waited counts, and the workflow is told to look again,
 * which computes the wait anew. False if the run is over, is there already, has gone on, or may not move where it stands.
 */
export async function moveRun(work: Work, { runId, version, nodeIds }: MoveInput): Promise<boolean> {
  const { tx, workspace, parts } = work;
  const found = await tx.run.findUnique({ where: { id: runId, workspaceId: workspace.id }, select: { leadId: true } });
  if (found === null) return false;
  await work.leads.lock(tx, workspace.id, [found.leadId]);
  const run = await tx.run.findUnique({ where: { id: runId } });
  if (run === null || run.status !== 'running' || run.version === version || !nodeIds.includes(run.nodeId ?? '')) return false;
  const stored = readCursor(run.cursor);
  const target = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId: run.journeyId, number: version } } });
  if (target === null || !('cursor' in stored)) return false;
  const from = (await parts.programs.load(tx, run.programHash)).program;
  const to = (await parts.programs.load(tx, target.programHash)).program;
  if (!mayMove(parts.nodeTypes, stored.cursor, { from, to })) return false;
  await tx.run.update({ where: { id: runId }, data: { version, programHash: target.programHash } });
  const seq = await tx.trailEntry.count({ where: { runId, step: run.step } });
  const because = { ...runtimeSentences.say('run.moved', { from: run.version, to: version }) };
  const place = { runId, journeyId: run.journeyId, leadId: run.leadId, nodeId: stored.cursor.node, step: run.step };
  await tx.trailEntry.create({ data: { ...place, seq, kind: 'waiting', because, at: new Date(work.now) } });
  const signal: RunSignal = { type: 'recheck' };
  work.outbox.push({ runId, kind: 'signal', payload: signal });
  return true;
}
