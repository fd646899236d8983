import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

const seat = z.object({ id: z.uuid(), tab: z.uuid() });

/** Who has a journey open, and who of them edits. */
export const seatsRouter = router({
  keep: withPermission('journeys.read')
    .input(seat)
    .mutation(({ ctx, input }) => ctx.services.seats.keep(ctx.caller, input)),
  ask: withPermission('journeys.write')
    .input(seat)
    .mutation(({ ctx, input }) => ctx.services.seats.ask(ctx.caller, input)),
  handOver: withPermission('journeys.write')
    .input(seat.extend({ to: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.seats.handOver(ctx.caller, input)),
  keepPen: withPermission('journeys.write')
    .input(seat.extend({ asker: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.seats.keepPen(ctx.caller, input)),
  leave: withPermission('journeys.read')
    .input(seat)
    .mutation(({ ctx, input }) => ctx.services.seats.leave(ctx.caller, input)),
});
