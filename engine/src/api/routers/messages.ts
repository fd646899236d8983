import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

/** Longest subject in characters; most of it may be Liquid. */
const SUBJECT_LIMIT = 2_000;

export const messagesRouter = router({
  list: withPermission('messages.read')
    .input(
      z.object({
        status: z.string().optional(),
        channel: z.string().optional(),
        journeyId: z.uuid().optional(),
        cursor: z.string().optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .query(({ ctx, input }) => ctx.services.messages.list(ctx.caller, input)),
  templates: withPermission('messages.read').query(({ ctx }) => ctx.services.messages.templates(ctx.caller)),
  saveTemplate: withPermission('messages.write')
    .input(
      z.object({
        key: z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          .max(60),
        channel: z.enum(['email', 'wecom']),
        name: z.string().trim().min(1).max(120),
        subject: z.string().max(SUBJECT_LIMIT),
        body: z.string().max(200_000),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.messages.saveTemplate(ctx.caller, input)),
  previewTemplate: withPermission('messages.read')
    .input(
      z.object({
        channel: z.enum(['email', 'wecom']),
        subject: z.string().max(SUBJECT_LIMIT),
        body: z.string().max(200_000),
        leadId: z.uuid().optional(),
      }),
    )
    // A mutation in name only: a template is too long for the URL of a query.
    .mutation(({ ctx, input }) => ctx.services.messages.previewTemplate(ctx.caller, input)),
});
