import { performance } from 'node:perf_hooks';
import { startStack } from './stack.ts';

const BATCH = 100;
const PEOPLE = 500;
const PATHS = ['/pricing', '/cases', '/product', '/blog', '/docs'] as const;

/** Records batches of 100 events with identity, scoring and matching of waits, as HTTP intake does, and counts them. */
export async function measureIntake({ batches = 60, warmUp = 10 }: { batches?: number; warmUp?: number } = {}): Promise<{ eventsPerSecond: number }> {
  await using stack = await startStack({ factor: 1 });
  const { runtime, workspaceId } = stack;
  const send = (batch: number) =>
    runtime.recordEvents({
      workspaceId,
      events: Array.from({ length: BATCH }, (_, index) => {
        const number = batch * BATCH + index;
        const email = `person-${(number * 7) % PEOPLE}@company.example`;
        return {
          messageId: `event-${number}`,
          type: 'page',
          name: 'Page Viewed',
          userId: email,
          email,
          properties: { path: PATHS[number % PATHS.length] ?? '/' },
        };
      }),
    });
  for (let batch = 0; batch < warmUp; batch += 1) await send(batch);
  const before = performance.now();
  for (let batch = warmUp; batch < warmUp + batches; batch += 1) await send(batch);
  return { eventsPerSecond: Math.round((batches * BATCH * 1_000) / (performance.now() - before)) };
}
