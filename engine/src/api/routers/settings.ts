import { z } from 'zod';
import { byId, role } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

export const settingsRouter = router({
  members: withPermission('settings').query(({ ctx }) => ctx.services.settings.members(ctx.caller)),
  setRole: withPermission('settings')
    .input(z.object({ userId: z.string(), role }))
    .mutation(({ ctx, input }) => ctx.services.settings.setRole(ctx.caller, input)),
  addMember: withPermission('settings')
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        email: z.email(),
        password: z.string().min(10).max(128),
        role,
        wecomUserId: z.string().max(64).optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.settings.addMember(ctx.caller, input)),
  intakeKeys: withPermission('settings').query(({ ctx }) => ctx.services.settings.intakeKeys(ctx.caller)),
  createIntakeKey: withPermission('settings')
    .input(z.object({ name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => ctx.services.settings.createIntakeKey(ctx.caller, input)),
  revokeIntakeKey: withPermission('settings')
    .input(byId)
    .mutation(({ ctx, input }) => ctx.services.settings.revokeIntakeKey(ctx.caller, input)),
  channels: withPermission('settings').query(({ ctx }) => ctx.services.settings.channels(ctx.caller)),
  scoreRules: withPermission('reports.read').query(({ ctx }) => ctx.services.settings.scoreRules(ctx.caller)),
  saveScoreRule: withPermission('scoring.write')
    .input(z.object({ key: z.string(), points: z.number().min(-1000).max(1000), enabled: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.settings.saveScoreRule(ctx.caller, input)),
  setClockFactor: withPermission('settings')
    .input(z.object({ factor: z.number().positive().max(100_000) }))
    .mutation(({ ctx, input }) => ctx.services.settings.setClockFactor(ctx.caller, input)),
  overview: withPermission('reports.read').query(({ ctx }) => ctx.services.settings.overview(ctx.caller)),
});
