import { z } from 'zod';
import { byId } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

export const publishingRouter = router({
  plan: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.publishing.plan(ctx.caller, input)),
  state: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.publishing.state(ctx.caller, input)),
  decide: withPermission('journeys.approve')
    .input(z.object({ id: z.uuid(), publicationId: z.uuid(), agree: z.boolean(), note: z.string().max(2000) }))
    .mutation(({ ctx, input }) => ctx.services.publishing.decide(ctx.caller, input)),
  cancel: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), publicationId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.publishing.cancel(ctx.caller, input)),
  goToAll: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.publishing.goToAll(ctx.caller, input)),
  takeBack: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), leads: z.enum(['finish', 'now', 'next']) }))
    .mutation(({ ctx, input }) => ctx.services.publishing.takeBack(ctx.caller, input)),
  setNote: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), number: z.int(), note: z.string().max(2000) }))
    .mutation(({ ctx, input }) => ctx.services.publishing.setNote(ctx.caller, input)),
  news: withPermission('journeys.read').query(({ ctx }) => ctx.services.publishing.news(ctx.caller)),
  approval: withPermission('journeys.read').query(({ ctx }) => ctx.services.publishing.approval(ctx.caller)),
  setApproval: withPermission('settings')
    .input(z.object({ needed: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.publishing.setApproval(ctx.caller, input)),
});
