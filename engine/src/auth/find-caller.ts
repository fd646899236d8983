import type { PrismaClient } from '@tendril/db';
import type { Role } from '../api/views.ts';
import type { Caller } from '../services/ports.ts';
import type { Auth } from './create-auth.ts';

/** Header with which a person who is a member of several workspaces names one. */
export const WORKSPACE_HEADER = 'x-tendril-workspace';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers who a request comes from, or null for a stranger. */
export type FindCaller = (headers: Headers) => Promise<Caller | null>;

/** Session cookie → user → member row. A user who is a member of nothing is a stranger. */
export const createFindCaller =
  ({ auth, client }: { readonly auth: Auth; readonly client: PrismaClient }): FindCaller =>
  async (headers) => {
    if (!headers.has('cookie')) return null;
    const session = await auth.api.getSession({ headers });
    if (session === null) return null;
    const wanted = headers.get(WORKSPACE_HEADER);
    if (wanted !== null && !UUID.test(wanted)) return null;
    const member = await client.member.findFirst({
      where: { userId: session.user.id, ...(wanted === null ? {} : { workspaceId: wanted }) },
      orderBy: { workspace: { createdAt: 'asc' } },
    });
    return member === null ? null : { workspaceId: member.workspaceId, userId: member.userId, role: member.role as Role };
  };
