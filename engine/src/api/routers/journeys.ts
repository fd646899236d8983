import { conditionSchema } from '@tendril/journey/schema';
import { z } from 'zod';
import { PERIODS } from '../../services/journeys/flow-window.ts';
import { byId, journeyDocument } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';
import { publishChoices } from '../publish-inputs.ts';

export const journeysRouter = router({
  list: withPermission('journeys.read').query(({ ctx }) => ctx.services.journeys.list(ctx.caller)),
  get: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.journeys.get(ctx.caller, input)),
  create: withPermission('journeys.write')
    .input(z.object({ name: z.string().trim().min(1).max(120), document: journeyDocument.optional() }))
    .mutation(({ ctx, input }) => ctx.services.journeys.create(ctx.caller, input)),
  saveDraft: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), basedOn: z.int(), document: journeyDocument, tab: z.uuid().optional() }))
    .mutation(({ ctx, input }) => ctx.services.journeys.saveDraft(ctx.caller, input)),
  rename: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), name: z.string().trim().min(1).max(120) }))
    .mutation(({ ctx, input }) => ctx.services.journeys.rename(ctx.caller, input)),
  duplicate: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.journeys.duplicate(ctx.caller, input)),
  archive: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.journeys.archive(ctx.caller, input)),
  publish: withPermission('journeys.write')
    .input(publishChoices.extend({ id: z.uuid(), at: z.iso.datetime().nullable().default(null) }))
    .mutation(({ ctx, input }) => ctx.services.journeys.publish(ctx.caller, input)),
  move: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.journeys.move(ctx.caller, input)),
  cancelMove: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.journeys.cancelMove(ctx.caller, input)),
  rollBack: withPermission('journeys.write')
    .input(
      z.object({
        id: z.uuid(),
        number: z.int(),
        replaces: z.int(),
        note: z.string().max(2000),
        leads: z.enum(['finish', 'now', 'next']).default('finish'),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.journeys.rollBack(ctx.caller, input)),
  countMatching: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.journeys.countMatching(ctx.caller, input)),
  countLeads: withPermission('journeys.read')
    .input(z.object({ condition: conditionSchema }))
    // A mutation in name only: a condition may be too long for the URL of a query.
    .mutation(({ ctx, input }) => ctx.services.journeys.countLeads(ctx.caller, input)),
  versions: withPermission('journeys.read')
    .input(byId)
    .query(({ ctx, input }) => ctx.services.journeys.versions(ctx.caller, input)),
  version: withPermission('journeys.read')
    .input(z.object({ id: z.uuid(), number: z.int() }))
    .query(({ ctx, input }) => ctx.services.journeys.version(ctx.caller, input)),
  counts: withPermission('journeys.read')
    .input(byId.extend({ period: z.enum(PERIODS).optional() }))
    .query(({ ctx, input }) => ctx.services.journeys.counts(ctx.caller, input)),
  runs: withPermission('journeys.read')
    .input(
      z.object({
        id: z.uuid(),
        nodeId: z.string().optional(),
        status: z.string().optional(),
        version: z.int().optional(),
        search: z.string().max(200).optional(),
        through: z.boolean().optional(),
        port: z.string().max(200).optional(),
        period: z.enum(PERIODS).optional(),
        cursor: z.string().optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .query(({ ctx, input }) => ctx.services.journeys.runs(ctx.caller, input)),
  trail: withPermission('leads.read')
    .input(z.object({ runId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.journeys.trail(ctx.caller, input)),
  pause: withPermission('journeys.write')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.journeys.pause(ctx.caller, input)),
  resume: withPermission('journeys.write')
    .input(
      z.object({
        id: z.uuid(),
        late: z.enum(['send', 'skip', 'shift']),
        skipAfterHours: z
          .number()
          .min(0)
          .max(24 * 365),
        spreadMinutes: z
          .int()
          .min(0)
          .max(7 * 24 * 60),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.journeys.resume(ctx.caller, input)),
  removeLeads: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), runIds: z.array(z.uuid()).min(1).max(1000) }))
    .mutation(({ ctx, input }) => ctx.services.journeys.removeLeads(ctx.caller, input)),
  enrol: withPermission('journeys.write')
    .input(z.object({ id: z.uuid(), leadIds: z.array(z.uuid()).min(1).max(1000) }))
    .mutation(({ ctx, input }) => ctx.services.journeys.enrol(ctx.caller, input)),
  names: withPermission('journeys.read').query(({ ctx }) => ctx.services.journeys.names(ctx.caller)),
});
