import type { Client } from '@temporalio/client';
import type { Db } from '@tendril/db';
import type { Logger } from 'pino';
import { inParallel } from './in-parallel.ts';
import { claimDueItems, type DueItem, markDelivered, markFailed } from './outbox-items.ts';
import { sweepRuns } from './sweep-runs.ts';
import { type Decider, tellTemporal } from './tell-temporal.ts';

/** Items fetched at once; batches follow each other until nothing is due. */
const BATCH = 200;
/** Deliveries under way at once. */
const PARALLEL = 10;
/** How long Temporal may take over one item (real ms); after that it counts as away. */
const DEADLINE_MS = 10_000;
/** How often to compare runs with Temporal, in real ms. */
const LOST_RUNS = { everyMs: 5_000, restMs: 60_000 };
/** How often to look for items whose notification was lost, in real ms. */
const SWEEP_MS = 2_000;

/** The running dispatcher. `stop` waits for deliveries under way. */
export interface Dispatcher {
  stop(): Promise<void>;
}

/**
 * Decides and brings to Temporal what transactions left in the outbox: starts of runs and signals to waiting ones. Woken by
 * `NOTIFY tendril_outbox`, swept in case a notification was lost, retried with growing pauses until Temporal has it.
 * Several may run at once: items are claimed with SKIP LOCKED and every delivery is idempotent.
 */
export async function startDispatcher(parts: {
  db: Db;
  runtime: Decider;
  temporal: Client;
  log: Logger;
  now?: () => number;
  /** Pauses of the look for runs that Temporal has lost, real ms: between pages, and after the last one. */
  lostRuns?: { everyMs: number; restMs: number };
}): Promise<Dispatcher> {
  const { db, runtime, temporal, log, now = Date.now, lostRuns = LOST_RUNS } = parts;
  let stopped = false;
  let wanted = true;
  let wake: () => void = () => undefined;
  const knock = (): void => {
    wanted = true;
    wake();
  };

  const stopListening = listen(db, knock, log);
  const sweep = setInterval(knock, SWEEP_MS);
  const stopSweeping = sweepRuns({ db, temporal, log, now, ...lostRuns });

  const deliver = async (item: DueItem): Promise<void> => {
    try {
      await temporal.withDeadline(Date.now() + DEADLINE_MS, () => tellTemporal(temporal, runtime, item));
      await markDelivered(db, item.id, now());
    } catch (error) {
      log.warn(
        { err: error, item: item.id, run: item.runId, attempts: item.attempts },
        'Temporal did not take an outbox item; it will be tried again.',
      );
      await markFailed(db, { id: item.id, attempts: item.attempts, error: String(error), now: now() });
    }
  };

  const round = async (): Promise<void> => {
    while (!stopped) {
      const items = await claimDueItems(db, { limit: BATCH, now: now() });
      if (items.length === 0) return;
      await inParallel(items, PARALLEL, deliver);
    }
  };

  const loop = (async () => {
    while (!stopped) {
      if (!wanted) await new Promise<void>((resolve) => (wake = resolve));
      wanted = false;
      if (stopped) break;
      await round().catch((error: unknown) => log.warn({ err: error }, 'The outbox could not be read; the next sweep tries again.'));
    }
  })();

  return {
    stop: async () => {
      stopped = true;
      clearInterval(sweep);
      knock();
      await Promise.all([stopListening(), stopSweeping()]);
      await loop;
    },
  };
}

/** Holds one connection open for notifications and opens it again when it breaks. */
function listen(db: Db, onNotice: () => void, log: Logger): () => Promise<void> {
  let ended = false;
  let current: { release: (destroy?: boolean) => void } | undefined;
  const connect = async (): Promise<void> => {
    if (ended) return;
    try {
      const connection = await db.pool.connect();
      current = connection;
      connection.on('notification', onNotice);
      connection.on('error', () => undefined);
      connection.once('end', () => {
        if (!ended) setTimeout(() => void connect(), 1_000);
      });
      await connection.query('LISTEN tendril_outbox');
      onNotice();
    } catch (error) {
      log.warn({ err: error }, 'Cannot listen to the outbox; sweeping until the database answers.');
      if (!ended) setTimeout(() => void connect(), 1_000);
    }
  };
  void connect();
  return async () => {
    ended = true;
    current?.release(true);
  };
}
