import type { StoryLine } from '@tendril/journey/model';
import type { Work } from '../work/work.ts';

/** Which step of which run is written down. */
export interface StepPlace {
  readonly run: { readonly id: string; readonly journeyId: string };
  readonly step: number;
  readonly leadId: string;
}

/** Writes a step's story into the trail that people read, in its order. */
export async function writeTrail(work: Work, { run, step, leadId, story }: StepPlace & { readonly story: readonly StoryLine[] }): Promise<void> {
  if (story.length === 0) return;
  const at = new Date(work.now);
  await work.tx.trailEntry.createMany({
    data: story.map(({ node, kind, port, because }, seq) => ({
      runId: run.id,
      journeyId: run.journeyId,
      leadId,
      nodeId: node,
      step,
      seq,
      kind,
      port: port ?? null,
      because: { ...because },
      at,
    })),
  });
}
