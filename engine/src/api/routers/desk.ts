import { z } from 'zod';
import { byId } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

export const deskRouter = router({
  inbox: withPermission('desk.read')
    .input(z.object({ tab: z.enum(['open', 'mine', 'overdue', 'closed']) }))
    .query(({ ctx, input }) => ctx.services.desk.inbox(ctx.caller, input)),
  get: withPermission('desk.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.desk.get(ctx.caller, input)),
  accept: withPermission('desk.work')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.desk.accept(ctx.caller, input)),
  saveNotes: withPermission('desk.work')
    .input(
      z.object({
        id: z.uuid(),
        note: z.string().max(5000),
        bant: z.object({ budget: z.string().max(500), authority: z.string().max(500), need: z.string().max(500), time: z.string().max(500) }),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.desk.saveNotes(ctx.caller, input)),
  dispose: withPermission('desk.work')
    .input(z.object({ id: z.uuid(), disposition: z.string().min(1), note: z.string().max(5000) }))
    .mutation(({ ctx, input }) => ctx.services.desk.dispose(ctx.caller, input)),
  dispositions: withPermission('desk.read').query(({ ctx }) => ctx.services.desk.dispositions(ctx.caller)),
});
