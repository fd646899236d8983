import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

const text = z.string().max(200).optional();

const choice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('segment'), segmentId: z.uuid() }),
  z.object({ type: z.literal('filter'), filter: z.object({ search: text, pool: text, stage: text, grade: text }) }),
  z.object({ type: z.literal('import'), jobId: z.uuid() }),
]);

const ofJourney = z.object({ journeyId: z.uuid() });

export const bulkRouter = router({
  count: withPermission('journeys.read')
    .input(z.object({ choice }))
    .query(({ ctx, input }) => ctx.services.bulk.count(ctx.caller, input)),
  list: withPermission('journeys.read')
    .input(ofJourney.partial())
    .query(({ ctx, input }) => ctx.services.bulk.list(ctx.caller, input)),
  start: withPermission('journeys.write')
    .input(ofJourney.extend({ choice, perMinute: z.int().min(1).max(100_000).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.bulk.start(ctx.caller, input)),
  stop: withPermission('journeys.write')
    .input(ofJourney.extend({ id: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.bulk.stop(ctx.caller, input)),
});
