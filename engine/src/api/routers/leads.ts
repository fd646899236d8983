import { z } from 'zod';
import { byId, jsonObject } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

export const leadsRouter = router({
  list: withPermission('leads.read')
    .input(
      z.object({
        search: z.string().max(200).optional(),
        pool: z.string().optional(),
        stage: z.string().optional(),
        grade: z.string().optional(),
        sort: z.enum(['score', 'created', 'seen', 'name']),
        cursor: z.string().optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .query(({ ctx, input }) => ctx.services.leads.list(ctx.caller, input)),
  get: withPermission('leads.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.leads.get(ctx.caller, input)),
  timeline: withPermission('leads.read')
    .input(z.object({ id: z.uuid(), cursor: z.string().optional(), limit: z.int().min(1).max(200) }))
    .query(({ ctx, input }) => ctx.services.leads.timeline(ctx.caller, input)),
  create: withPermission('leads.write')
    .input(
      z.object({
        name: z.string().max(200).optional(),
        email: z.string().max(320).optional(),
        phone: z.string().max(40).optional(),
        company: z.string().max(200).optional(),
        title: z.string().max(200).optional(),
        source: z.string().max(100).optional(),
        consentEmail: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.leads.create(ctx.caller, input)),
  update: withPermission('leads.write')
    .input(z.object({ id: z.uuid(), patch: jsonObject }))
    .mutation(({ ctx, input }) => ctx.services.leads.update(ctx.caller, input)),
});
