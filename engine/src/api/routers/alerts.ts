import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

export const alertsRouter = router({
  list: withPermission('reports.read').query(({ ctx }) => ctx.services.alerts.list(ctx.caller)),
  tryChannel: withPermission('journeys.write')
    .input(z.object({ channel: z.enum(['email', 'wecom', 'sms']) }))
    .mutation(({ ctx, input }) => ctx.services.alerts.tryChannel(ctx.caller, input)),
});
