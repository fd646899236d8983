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

/** Ids only: what happened is read from the database by `advance`. */
export type RunSignal = { readonly type: 'event'; readonly eventId: string } | { readonly type: 'recheck' };

/** The workflow's argument. `step` and `next` are set when a long run continues as new. */
export interface RunInput {
  readonly runId: string;
  readonly resume?: { readonly step: number; readonly next: WireDirective; readonly inbox: readonly RunSignal[] };
}

/** What `advance` and every effect answer. Times are real time (ms since 1970), already through the workspace's clock. */
export type WireDirective =
  | { readonly do: 'perform'; readonly effect: string; readonly queue: string }
  | { readonly do: 'wait'; readonly until: number | null }
  | { readonly do: 'done'; readonly outcome: string };

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
