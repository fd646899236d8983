import { installationLinks } from '@tendril/content/tracking';
import type { Db } from '@tendril/db';
import type { EffectQueue } from '@tendril/journey/wire';
import { EFFECT_QUEUES } from '@tendril/journey/wire';
import { type PerformedRequest, RunMissing, type Runtime, StepOutOfOrder } from '@tendril/runtime';
import type { Logger } from 'pino';
import type { Channels } from './channel-book.ts';
import { createHttpCaller, type HttpCaller } from './channels/http-caller.ts';
import type { ChannelActivity, EffectActivity, RunActivities } from './contract.ts';
import { createChannels } from './create-channels.ts';
import type { EffectParts } from './effect-parts.ts';
import { builtInEffects } from './effects/built-in.ts';
import { giveUp } from './failures.ts';
import type { EffectImplementation, Performed } from './implement-node.ts';
import { DEFERRED, HELD } from './performed-by.ts';
import { createPoller, type Poller } from './polling/create-poller.ts';
import { pollWecomTasks } from './polling/poll-wecom-tasks.ts';
import { testActivitiesOf } from './test-send/test-activities.ts';
import { withHeartbeat } from './with-heartbeat.ts';

/** What the activities are built from. */
export interface ActivityOptions {
  readonly db: Db;
  readonly runtime: Runtime;
  /** Opens stored channel settings and signs links. */
  readonly secret: string;
  /** Address at which leads reach Tendril: tracked links and unsubscribe pages stand below it. */
  readonly publicUrl: string;
  readonly log: Logger;
  readonly now?: () => number;
  /** Effects of this installation beside the built-in ones. */
  readonly effects?: readonly EffectImplementation[];
  /** Ways out; made from the stored settings if left out. */
  readonly channels?: Channels;
  /** Calls other systems; a real caller if left out. */
  readonly http?: HttpCaller;
  /** Lets webhooks reach addresses of this machine. */
  readonly allowLocalWebhooks?: boolean;
}

/** Everything a worker serves. */
export interface Activities {
  readonly workerActivities: {
    readonly runs: RunActivities;
    readonly effects: Readonly<Record<EffectQueue, Readonly<Record<string, ChannelActivity>>>>;
  };
  /** Looks after WeCom tasks; one per worker process is fine, they share the work. */
  readonly poller: Poller;
  close(): Promise<void>;
}

/** Builds the activities: parts in, functions out. */
export function createActivities(options: ActivityOptions): Activities {
  const { db, runtime, secret, log, now = Date.now } = options;
  const channels = options.channels ?? createChannels({ db, secret });
  const links = installationLinks({ publicUrl: options.publicUrl, secret });
  const http = options.http ?? createHttpCaller({ allowLocal: options.allowLocalWebhooks ?? false });
  const parts: EffectParts = { runtime, db, channels, links, http, now };
  const effects = [...builtInEffects, ...(options.effects ?? [])];
  const ofQueue = (queue: EffectQueue) => ({
    ...Object.fromEntries(effects.filter((effect) => effect.queue === queue).map((effect) => [effect.effect, activityOf(parts, effect)])),
    ...testActivitiesOf(parts, queue),
  });
  return {
    workerActivities: {
      runs: { advance: (request) => decide(runtime, request) },
      effects: Object.fromEntries(EFFECT_QUEUES.map((queue) => [queue, ofQueue(queue)])) as Activities['workerActivities']['effects'],
    },
    poller: createPoller({ name: 'wecom-tasks', everyMs: 1_000, log, round: () => pollWecomTasks(parts) }),
    close: () => channels.close(),
  };
}

/** A step that was never planned stays unplanned however often it is asked for; everything else is tried again. */
async function decide(runtime: Runtime, request: Parameters<Runtime['advance']>[0]): ReturnType<Runtime['advance']> {
  try {
    return await runtime.advance(request);
  } catch (error) {
    if (error instanceof RunMissing || error instanceof StepOutOfOrder) throw giveUp(error.name, error.message);
    throw error;
  }
}

/** An effect and the decision after it in one activity: it costs one instead of two. */
function activityOf(parts: EffectParts, { perform }: EffectImplementation): EffectActivity {
  return (request) =>
    withHeartbeat(async () => {
      const performed = await perform(parts, request);
      return decide(parts.runtime, { runId: request.runId, step: request.step + 1, fact: factOf(performed) });
    });
}

function factOf(performed: Performed): PerformedRequest['fact'] {
  if (performed === HELD) return { type: 'held' };
  if (performed === DEFERRED) return { type: 'deferred' };
  const { outcome, result } = performed;
  return { type: 'performed', outcome, ...(result === undefined ? {} : { result }) };
}
