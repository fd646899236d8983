import type { Db } from '@tendril/db';
import type { FastifyInstance } from 'fastify';

/** GET /api/demo-accounts: who can log in to the demo workspace, for the log-in page. Empty where there is no demo. */
export async function registerDemoAccountRoutes(app: FastifyInstance, { db }: { readonly db: Db }): Promise<void> {
  const access = { public: 'Addresses of the demo workspace, which are the same everywhere; no passwords.' };
  app.get('/api/demo-accounts', { config: { access } }, async () => {
    const members = await db.client.member.findMany({
      where: { workspace: { kind: 'demo' }, user: { email: { endsWith: '@demo.example' } } },
      include: { user: { select: { email: true } } },
      orderBy: { user: { createdAt: 'asc' } },
    });
    return members.map(({ role, user }) => ({ email: user.email, role }));
  });
}
