import type { EffectQueue } from '@tendril/journey/wire';
import type { TestActivities } from '../contract.ts';
import type { EffectParts } from '../effect-parts.ts';
import { withHeartbeat } from '../with-heartbeat.ts';
import { sendTest } from './send-test.ts';

/** The activities that try out a channel, for the queues whose channel can be tried out. */
export function testActivitiesOf(parts: EffectParts, queue: EffectQueue): Partial<TestActivities> {
  if (queue !== 'email' && queue !== 'wecom') return {};
  return { sendTest: ({ testId }) => withHeartbeat(() => sendTest(parts, testId)) };
}
