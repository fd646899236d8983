import { z } from 'zod';
import { byId } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

const recipient = z.discriminatedUnion('is', [
  z.object({ is: z.literal('member'), userId: z.string().min(1).max(100) }),
  z.object({ is: z.literal('address'), address: z.string().trim().min(1).max(320) }),
]);

export const tryOutRouter = router({
  recipients: withPermission('messages.write').query(({ ctx }) => ctx.services.tryOut.recipients(ctx.caller)),
  sendTest: withPermission('messages.write')
    .input(z.object({ templateKey: z.string().min(1).max(60), leadId: z.uuid().optional(), to: recipient }))
    .mutation(({ ctx, input }) => ctx.services.tryOut.sendTest(ctx.caller, input)),
  testSend: withPermission('messages.write')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.tryOut.testSend(ctx.caller, input)),
  lead: withPermission('leads.read')
    .input(z.object({ id: z.uuid(), events: z.array(z.string().max(200)).max(200) }))
    .query(({ ctx, input }) => ctx.services.tryOut.lead(ctx.caller, input)),
  startBackTest: withPermission('journeys.write')
    .input(z.object({ journeyId: z.uuid(), days: z.int().min(1).max(366) }))
    .mutation(({ ctx, input }) => ctx.services.tryOut.startBackTest(ctx.caller, input)),
  backTest: withPermission('journeys.read')
    .input(z.object({ journeyId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.tryOut.backTest(ctx.caller, input)),
  cancelBackTest: withPermission('journeys.write')
    .input(z.object({ journeyId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.tryOut.cancelBackTest(ctx.caller, input)),
});
