import type { Logger } from 'pino';
import { isDatabaseAway } from '../http/database-away.ts';

/** How often to look for jobs that nobody announced: those of a process that died, or of another one. Real ms. */
const SWEEP_MS = 2_000;

/** Jobs of one kind worked on at the same time, so that a small one does not wait behind a large one. */
const AT_ONCE = 2;

/** A job that this process holds. */
export interface HeldJob {
  readonly id: string;
  /** Works on the job until it is done or `signal` asks to stop after the batch at hand. */
  run(signal: AbortSignal): Promise<void>;
}

/** One kind of background job. */
export interface JobKind {
  readonly name: string;
  /** Takes a job that nobody holds, or null if there is none. */
  claim(): Promise<HeldJob | null>;
  /** Gives a job back, so that another process need not wait for its lease to run out. */
  release(id: string): Promise<void>;
  /** Marks a job that cannot be finished, with a sentence for people. */
  fail(id: string, reason: string): Promise<void>;
}

/** Works on background jobs inside the API process. What a job has done is in the database, so any process can go on. */
export interface JobRunner {
  /** Says that there may be work. */
  knock(): void;
  /** Waits for the batches at hand and gives the jobs back. */
  stop(): Promise<void>;
}

/** Starts looking for jobs of these kinds. */
export function startJobRunner({ kinds, log }: { readonly kinds: readonly JobKind[]; readonly log: Logger }): JobRunner {
  const stopping = new AbortController();
  const lanes = kinds.map((kind) => createLane({ kind, log, signal: stopping.signal }));
  const knock = (): void => {
    for (const lane of lanes) lane.knock();
  };
  const sweep = setInterval(knock, SWEEP_MS);
  knock();
  return {
    knock,
    stop: async () => {
      stopping.abort();
      clearInterval(sweep);
      await Promise.all(lanes.map((lane) => lane.idle()));
    },
  };
}

interface Lane {
  knock(): void;
  idle(): Promise<void>;
}

/** The jobs of one kind: claims as many as may run at once, and another one whenever one ends. */
function createLane({ kind, log, signal }: { readonly kind: JobKind; readonly log: Logger; readonly signal: AbortSignal }): Lane {
  const running = new Set<Promise<void>>();
  let claiming: Promise<void> | null = null;

  const claimMore = async (): Promise<void> => {
    while (!signal.aborted && running.size < AT_ONCE) {
      const job = await kind.claim();
      if (job === null) return;
      const work = workOn(kind, job, { log, signal }).finally(() => {
        running.delete(work);
        knock();
      });
      running.add(work);
    }
  };

  const knock = (): void => {
    if (signal.aborted || claiming !== null) return;
    claiming = claimMore()
      .catch((error: unknown) => log.warn({ err: error, jobs: kind.name }, 'jobs could not be looked for; the next sweep tries again'))
      .finally(() => {
        claiming = null;
      });
  };

  return {
    knock,
    idle: async () => {
      await claiming;
      await Promise.all(running);
    },
  };
}

async function workOn(kind: JobKind, job: HeldJob, { log, signal }: { readonly log: Logger; readonly signal: AbortSignal }): Promise<void> {
  const about = { jobs: kind.name, job: job.id };
  try {
    await job.run(signal);
    if (signal.aborted) await kind.release(job.id);
  } catch (error) {
    // With the database away the job keeps its lease and is taken up again when both are over.
    if (isDatabaseAway(error)) return log.warn({ err: error, ...about }, 'the database went away during a job; it will be taken up again');
    log.error({ err: error, ...about }, 'a job failed');
    await kind.fail(job.id, 'unexpected').catch((failure: unknown) => log.error({ err: failure, ...about }, 'a failed job could not be marked'));
  }
}
