/** Names that the API, the worker and the workflow must spell alike. Nothing here may change once leads are waiting. */

/** The one workflow type. */
export const JOURNEY_RUN = 'journeyRun';

/** The workflow that carries one test of a message to its channel. It belongs to no journey and no lead. */
export const TEST_SEND = 'testSend';

/** Temporal's id of a test: a second start of the same one is refused by the server. */
export const testWorkflowIdOf = (testId: string): string => `test/${testId}`;

/** The argument of a test's workflow, and of its activity. */
export interface TestSendRequest {
  readonly testId: string;
  /** The effect queue of the channel. */
  readonly queue: string;
}

/** Task queue of the workflow itself and of `advance`. */
export const RUN_QUEUE = 'tendril-runs';

/** Task queue of an effect: each channel has its own, so that limits and outages stay apart. */
export const effectQueue = (queue: string): string => `tendril-${queue}`;

/** Effect queues a worker serves. */
export const EFFECT_QUEUES = ['email', 'wecom', 'webhook', 'custom'] as const;
export type EffectQueue = (typeof EFFECT_QUEUES)[number];

/** Temporal's id of a run: a second start of the same run is refused by the server. */
export const workflowIdOf = (runId: string): string => `run/${runId}`;

/** Signal by which a run hears of an event, an interrupt or a changed clock. Its argument is a `RunSignal`. */
export const NUDGE = 'nudge';

/**
 * Ids only: what happened is read from the database by `advance`. `decided` brings what has been decided already because of
 * something that happened: the answer of a later step than the one the workflow knows.
 */
export type RunSignal =
  | { readonly type: 'event'; readonly eventId: string }
  | { readonly type: 'recheck' }
  | { readonly type: 'decided'; readonly step: number; readonly next: WireDirective };

/** The workflow's argument. `resume` says where it goes on: after what was decided before its start, or as a long run's next part. */
export interface RunInput {
  readonly runId: string;
  /** `kept`: a wait that ends later than the timer that runs lets it run. Histories from before have none of it. */
  readonly timers?: 'kept';
  readonly resume?: { readonly step: number; readonly next: WireDirective; readonly inbox: readonly RunSignal[] };
}

/** What `advance` and every effect answer. Times are real time (ms since 1970), already through the workspace's clock. */
export type WireDirective =
  | { readonly do: 'perform'; readonly effect: string; readonly queue: string }
  | { readonly do: 'wait'; readonly until: number | null }
  | { readonly do: 'done'; readonly outcome: string };

/** An answer for a step. `step` is set if it is the answer of a later one: the steps up to it have been decided elsewhere. */
export type StepAnswer = WireDirective & { readonly step?: number };

/** What the workflow reports back for a step. */
export type WireFact =
  | { readonly type: 'entered' }
  | { readonly type: 'woken' }
  | { readonly type: 'event'; readonly eventId: string }
  | { readonly type: 'failed'; readonly code: string }
  | { readonly type: 'recheck' };

/** Asks for the decision of one step. A repeated call with the same step gets the recorded answer. */
export interface AdvanceRequest {
  readonly runId: string;
  readonly step: number;
  readonly fact: WireFact;
}

/** Asks for an effect decided at `step`; the answer is the directive of `step + 1`. */
export interface EffectRequest {
  readonly runId: string;
  readonly step: number;
}
