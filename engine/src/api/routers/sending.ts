import { sendingRulesSchema } from '@tendril/journey/schema';
import { z } from 'zod';
import { router, withPermission } from '../procedures.ts';

export const sendingRouter = router({
  rules: withPermission('messages.read').query(({ ctx }) => ctx.services.sending.rules(ctx.caller)),
  saveRules: withPermission('messages.write')
    .input(z.object({ rules: sendingRulesSchema }))
    .mutation(({ ctx, input }) => ctx.services.sending.saveRules(ctx.caller, input)),
});
