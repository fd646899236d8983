import type { PerformedRequest } from '@tendril/runtime';
import type { TestWorkspace } from '../start-workspace.ts';

/** What a run was told to do last, and at which step. */
interface Standing {
  readonly runId: string;
  readonly step: number;
  readonly directive: { readonly do: string; readonly until?: number | null };
}

type Told = PerformedRequest['fact'] | { readonly type: 'entered' } | { readonly type: 'woken' } | { readonly type: 'recheck' };

/**
 * Drives many runs as Temporal would, all that are ready at the same moment at once: carries effects out, wakes those
 * whose time has come, delivers signals, and lets time pass when nothing is left to do.
 * @param settle what becomes of a message that was taken; `not-sent` has it tried again
 * @throws if some run does not come to an end within so many rounds
 */
export async function driveToTheEnd(
  workspace: TestWorkspace,
  given: { readonly rounds: number; readonly settle: () => 'sent' | 'failed' | 'not-sent' },
): Promise<void> {
  const { clock, db } = workspace;
  for (let round = 0; round < given.rounds; round += 1) {
    const standing = await standingRuns(workspace);
    if (standing.length === 0) return;
    const signalled = new Set((await db.client.outboxItem.findMany({ where: { kind: 'signal' } })).map(({ runId }) => runId));
    await db.client.outboxItem.deleteMany();
    const moves = standing.flatMap((run) => {
      if (run.directive.do === 'perform') return [perform(workspace, run, given.settle)];
      if (run.step < 0) return [tell(workspace, run, { type: 'entered' })];
      if (signalled.has(run.runId)) return [tell(workspace, run, { type: 'recheck' })];
      const { until } = run.directive;
      return typeof until === 'number' && until <= clock.at ? [tell(workspace, run, { type: 'woken' })] : [];
    });
    if (moves.length > 0) clock.at += Math.max(0, ...(await Promise.all(moves)));
    else clock.at = Math.min(...standing.map(({ directive }) => directive.until ?? Number.POSITIVE_INFINITY));
  }
  const left = await standingRuns(workspace);
  throw new Error(`${left.length} runs have not come to an end: ${JSON.stringify(left.slice(0, 3))}`);
}

async function standingRuns({ db }: TestWorkspace): Promise<readonly Standing[]> {
  const runs = await db.client.run.findMany({ where: { status: 'running' } });
  return runs.map(({ id, step, directive }) => {
    const answers = (directive ?? []) as unknown as readonly (readonly [number, Standing['directive']])[];
    return { runId: id, step, directive: answers.at(-1)?.[1] ?? { do: 'enter' } };
  });
}

/** Carries out an effect. Answers how long its message must still wait for its turn, in ms. */
async function perform(workspace: TestWorkspace, run: Standing, settle: () => 'sent' | 'failed' | 'not-sent'): Promise<number> {
  const { runtime } = workspace;
  const claim = await runtime.claimMessage({ runId: run.runId, step: run.step });
  if (claim.state === 'not-yet') return claim.waitMs;
  if (claim.state === 'deferred') return tell(workspace, run, { type: 'deferred' });
  if (claim.state !== 'claimed') return tell(workspace, run, { type: 'performed', outcome: claim.state });
  const status = settle();
  await runtime.settleMessage({ messageId: claim.message.id, status });
  return status === 'not-sent' ? 0 : tell(workspace, run, { type: 'performed', outcome: status });
}

async function tell({ runtime }: TestWorkspace, { runId, step }: Standing, fact: Told): Promise<number> {
  await runtime.advance({ runId, step: step + 1, fact } as Parameters<typeof runtime.advance>[0]);
  return 0;
}
