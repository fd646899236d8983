import { initTRPC, TRPCError } from '@trpc/server';
import { isDatabaseAway } from '../http/database-away.ts';
import type { Caller, Services } from '../services/ports.ts';
import { UserError } from '../services/user-error.ts';
import { may, type Permission } from './permissions.ts';

/** What a request brings along: the caller, or null for a stranger. */
export interface ApiContext {
  readonly caller: Caller | null;
  readonly services: Services;
}

export interface RouteMeta {
  /** The permission the route demands; read by the test that no route is without one. */
  readonly permission?: Permission;
}

const t = initTRPC
  .context<ApiContext>()
  .meta<RouteMeta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      // What went wrong inside is for the log, not for the page.
      message: error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong here; the log of the server says what.' : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        /** The sentence to show, if a person can mend the mistake. */
        sentence: error.cause instanceof UserError ? { code: error.cause.code, params: error.cause.params } : null,
      },
    }),
  });

export const router = t.router;

/** A procedure that demands a permission: 401 for strangers, 403 for a wrong role. */
export const withPermission = (permission: Permission) =>
  t.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    if (ctx.caller === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Log in first.' });
    if (!may(ctx.caller.role, permission))
      throw new TRPCError({ code: 'FORBIDDEN', message: `The role ${ctx.caller.role} may not do this (${permission}).` });
    const result = await next({ ctx: { caller: ctx.caller, services: ctx.services } });
    if (result.ok) return result;
    const { cause } = result.error;
    if (cause instanceof UserError) throw new TRPCError({ code: cause.status, message: cause.message, cause });
    if (isDatabaseAway(cause)) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot be reached just now.', cause });
    return result;
  });
