import type { SessionService } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { workspaceNow } from '../workspace-clock.ts';

/** What the shell of the UI asks first: who am I, where, and what time is it here. */
export function createSessionService({ db, clock, demoLinks }: Pick<ServiceParts, 'db' | 'clock' | 'demoLinks'>): SessionService {
  return {
    me: async (caller) => {
      const [user, workspace] = await Promise.all([
        db.client.user.findUniqueOrThrow({ where: { id: caller.userId } }),
        workspaceNow(db.client, caller.workspaceId, clock.now()),
      ]);
      const { id, name, email, locale, theme } = user;
      const { kind, timeZone } = workspace;
      return {
        user: { id, name, email, locale, theme },
        role: caller.role,
        workspace: {
          id: workspace.id,
          name: workspace.name,
          kind,
          timeZone,
          locale: workspace.locale,
          clock: workspace.clock,
        },
        demoLinks: kind === 'demo' ? demoLinks : null,
      };
    },
    setPreferences: async (caller, { locale, theme }) => {
      const data = { ...(locale === undefined ? {} : { locale }), ...(theme === undefined ? {} : { theme }) };
      await db.client.user.update({ where: { id: caller.userId }, data });
    },
  };
}
