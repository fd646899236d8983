import { z } from 'zod';
import { byId } from '../inputs.ts';
import { OPERATION_KINDS } from '../operation-views.ts';
import { router, withPermission } from '../procedures.ts';

const chosen = z.object({ runIds: z.array(z.uuid()).min(1).max(1000) });
const everyone = z.object({
  all: z.object({
    nodeId: z.string().max(200).optional(),
    status: z.string().max(20).optional(),
    version: z.int().optional(),
    search: z.string().max(200).optional(),
  }),
});

export const operationsRouter = router({
  start: withPermission('journeys.write')
    .input(
      z.object({
        journeyId: z.uuid(),
        kind: z.enum(OPERATION_KINDS),
        /** Where to; for `send-to` only. */
        nodeId: z.string().max(200).optional(),
        leads: z.union([chosen, everyone]),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.operations.start(ctx.caller, input)),
  latest: withPermission('journeys.read')
    .input(z.object({ journeyId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.operations.latest(ctx.caller, input)),
  cancel: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.operations.cancel(ctx.caller, input)),
});
