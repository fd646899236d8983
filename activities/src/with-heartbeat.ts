import { Context } from '@temporalio/activity';

/** How often a running activity tells Temporal that its worker is alive (real ms). Most are over before. */
const HEARTBEAT_MS = 5_000;

/** Does the work of an activity and tells Temporal meanwhile that its worker is alive. */
export async function withHeartbeat<Done>(work: () => Promise<Done>): Promise<Done> {
  const context = Context.current();
  const heartbeat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}
