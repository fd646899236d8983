import { z } from 'zod';
import { byId, role } from '../inputs.ts';
import { router, withPermission } from '../procedures.ts';

const webAddress = z.url({ protocol: /^https?$/ }).max(500);

const channelInput = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('email'),
    host: z
      .string()
      .regex(/^[a-z0-9.-]+$/i)
      .max(253),
    port: z.int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls']),
    user: z.string().max(320),
    password: z.string().max(500),
    from: z
      .string()
      .regex(/^[^\r\n]*\S+@\S+[^\r\n]*$/)
      .max(320),
  }),
  z.object({
    channel: z.literal('wecom'),
    baseUrl: webAddress,
    corpId: z.string().min(1).max(64),
    agentId: z.int().min(1),
    secret: z.string().max(200),
    callbackToken: z.string().max(64),
    /** WeCom's EncodingAESKey: 43 characters, or empty to keep the stored one. */
    callbackAesKey: z.union([z.literal(''), z.string().length(43)]),
  }),
  z.object({ channel: z.literal('sms'), url: webAddress, secret: z.string().max(500) }),
]);

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
  saveChannel: withPermission('settings')
    .input(channelInput)
    .mutation(({ ctx, input }) => ctx.services.settings.saveChannel(ctx.caller, input)),
  scoreRules: withPermission('reports.read').query(({ ctx }) => ctx.services.settings.scoreRules(ctx.caller)),
  saveScoreRule: withPermission('scoring.write')
    .input(z.object({ key: z.string(), points: z.number().min(-1000).max(1000), enabled: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.settings.saveScoreRule(ctx.caller, input)),
  setClockFactor: withPermission('settings')
    .input(z.object({ factor: z.number().positive().max(100_000) }))
    .mutation(({ ctx, input }) => ctx.services.settings.setClockFactor(ctx.caller, input)),
  overview: withPermission('reports.read').query(({ ctx }) => ctx.services.settings.overview(ctx.caller)),
});
