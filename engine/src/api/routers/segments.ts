import { conditionSchema } from '@tendril/journey/schema';
import { z } from 'zod';
import { byId } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

const segment = z.object({ name: z.string().trim().min(1).max(80), condition: conditionSchema });

export const segmentsRouter = router({
  list: withPermission('journeys.read').query(({ ctx }) => ctx.services.segments.list(ctx.caller)),
  create: withPermission('journeys.write')
    .input(segment)
    .mutation(({ ctx, input }) => ctx.services.segments.create(ctx.caller, input)),
  update: withPermission('journeys.write')
    .input(segment.extend({ id: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.segments.update(ctx.caller, input)),
  remove: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.segments.remove(ctx.caller, input)),
});
