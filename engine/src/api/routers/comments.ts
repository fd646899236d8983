import { z } from 'zod';
import { byId } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

const text = z.string().trim().min(1).max(4_000);
const mentions = z.array(z.string().max(100)).max(50).default([]);
const at = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), to: z.uuid() }),
  z.object({ kind: z.literal('step'), nodeId: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('place'), x: z.number(), y: z.number() }),
]);

/** What people say about a journey. Everybody who may read journeys may say something; only one's own is changed. */
export const commentsRouter = router({
  list: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.comments.list(ctx.caller, input)),
  people: withPermission('journeys.read').query(({ ctx }) => ctx.services.comments.people(ctx.caller)),
  add: withPermission('journeys.read')
    .input(z.object({ id: z.uuid(), text, mentions, at }))
    .mutation(({ ctx, input }) => ctx.services.comments.add(ctx.caller, input)),
  edit: withPermission('journeys.read')
    .input(z.object({ commentId: z.uuid(), text, mentions }))
    .mutation(({ ctx, input }) => ctx.services.comments.edit(ctx.caller, input)),
  remove: withPermission('journeys.read')
    .input(z.object({ commentId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.comments.remove(ctx.caller, input)),
  resolve: withPermission('journeys.read')
    .input(z.object({ commentId: z.uuid(), resolved: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.comments.resolve(ctx.caller, input)),
  mentions: withPermission('journeys.read').query(({ ctx }) => ctx.services.comments.mentions(ctx.caller)),
  markRead: withPermission('journeys.read')
    .input(z.object({ commentIds: z.array(z.uuid()).max(100) }))
    .mutation(({ ctx, input }) => ctx.services.comments.markRead(ctx.caller, input)),
});
