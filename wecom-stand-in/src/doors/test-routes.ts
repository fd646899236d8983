import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endTokens } from '../calls/tokens.ts';
import { change, type StandIn } from '../stand-in.ts';
import { posts } from './stand-in-post.ts';

const FaultInput = z.object({
  path: z.string(),
  errcode: z.number().int().optional(),
  status: z.number().int().min(400).max(599).optional(),
  delayMs: z.number().int().min(0).max(60_000).optional(),
  drop: z.enum(['before', 'after']).optional(),
  times: z.number().int().min(1).nullable().default(1),
});
const Settings = z.object({ capRule: z.enum(['month', 'week', 'day']) });
const Skip = z.object({
  ms: z
    .number()
    .int()
    .min(0)
    .max(400 * 86_400_000),
});

/** What tests and curious people ask for: faults, time, a new beginning. Not part of WeCom's API. */
export function registerTestRoutes(app: FastifyInstance, standIn: StandIn): void {
  const post = posts(app, standIn);
  post('faults', FaultInput, (input) => {
    standIn.faults.add(input);
    return { faults: standIn.faults.list() };
  });
  app.delete('/stand-in/faults', () => {
    standIn.faults.clear();
    standIn.store.changed();
    return { faults: [] };
  });
  post('tokens', z.object({ end: z.enum(['revoke', 'expire']) }), ({ end }) => {
    endTokens(standIn, end);
    return { ended: true };
  });
  post('settings', Settings, ({ capRule }) => change(standIn, (state) => Object.assign(state, { capRule }) && { capRule }));
  post('clock', Skip, ({ ms }) => {
    change(standIn, (state) => {
      state.clockAhead += ms;
    });
    return { now: standIn.now() };
  });
  app.post('/stand-in/verify-callback', () => standIn.callbacks.verify());
  post('reset', z.object({}), () => {
    standIn.faults.clear();
    standIn.store.reset();
    return { reset: true };
  });
}
