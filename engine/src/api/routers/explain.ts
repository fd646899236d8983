import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

export const explainRouter = router({
  lead: withPermission('leads.read')
    .input(z.object({ journeyId: z.uuid(), leadId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.explain.lead(ctx.caller, input)),
});
