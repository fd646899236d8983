import { Context } from '@temporalio/activity';
import type { EffectQueue } from '@tendril/journey/wire';
import type { TestActivities } from '../contract.ts';
import type { EffectParts } from '../effect-parts.ts';
import { sendTest } from './send-test.ts';

/** How often a test under way tells Temporal that its worker is alive (real ms). */
const HEARTBEAT_MS = 5_000;

/** The activities that try out a channel, for the queues whose channel can be tried out. */
export function testActivitiesOf(parts: EffectParts, queue: EffectQueue): Partial<TestActivities> {
  if (queue !== 'email' && queue !== 'wecom') return {};
  return {
    sendTest: async ({ testId }) => {
      const context = Context.current();
      const heartbeat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
      try {
        await sendTest(parts, testId);
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}
