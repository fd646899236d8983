import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

export const importsRouter = router({
  preview: withPermission('imports')
    .input(z.object({ jobId: z.uuid(), encoding: z.string().optional() }))
    .mutation(({ ctx, input }) => ctx.services.imports.preview(ctx.caller, input)),
  start: withPermission('imports')
    .input(
      z.object({
        jobId: z.uuid(),
        mapping: z.record(z.string(), z.string().nullable()),
        consent: z.object({ channel: z.literal('email'), topic: z.string().min(1) }).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.imports.start(ctx.caller, input)),
  cancel: withPermission('imports')
    .input(z.object({ jobId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.imports.cancel(ctx.caller, input)),
  list: withPermission('imports').query(({ ctx }) => ctx.services.imports.list(ctx.caller)),
  get: withPermission('imports')
    .input(z.object({ jobId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.imports.get(ctx.caller, input)),
  rows: withPermission('imports')
    .input(
      z.object({
        jobId: z.uuid(),
        outcome: z.enum(['imported', 'merged', 'refused']).optional(),
        withRemarks: z.boolean().optional(),
        cursor: z.string().optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .query(({ ctx, input }) => ctx.services.imports.rows(ctx.caller, input)),
});
