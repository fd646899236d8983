import type { AdvanceRequest, EffectRequest, StepAnswer, TestSendRequest } from '@tendril/journey/wire';

/** Activities on the queue of the runs themselves. */
export interface RunActivities {
  /** Decides one step in one transaction, exactly once; a repeated call gets the recorded answer. */
  advance(request: AdvanceRequest): Promise<StepAnswer>;
}

/** An external effect: carries out what `step` decided, records what came of it and answers the next directive. */
export type EffectActivity = (request: EffectRequest) => Promise<StepAnswer>;

/** On the queues of the channels that can be tried out: sends one test and records what came of it. */
export interface TestActivities {
  /** Never fails for a reason of the channel: that is the result, and it is recorded. */
  sendTest(request: TestSendRequest): Promise<void>;
}

/** What a worker serves on the queue of a channel. */
export type ChannelActivity = EffectActivity | TestActivities['sendTest'];
