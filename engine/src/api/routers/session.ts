import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

export const sessionRouter = router({
  me: withPermission('self').query(({ ctx }) => ctx.services.session.me(ctx.caller)),
  setPreferences: withPermission('self')
    .input(z.object({ locale: z.enum(['zh-CN', 'en']).nullable().optional(), theme: z.enum(['light', 'dark', 'auto']).nullable().optional() }))
    .mutation(({ ctx, input }) => ctx.services.session.setPreferences(ctx.caller, input)),
});
