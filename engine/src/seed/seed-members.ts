import type { Db } from '@tendril/db';
import { createAccount } from '../auth/create-account.ts';
import type { Auth } from '../auth/create-auth.ts';
import { demoPassword } from './demo-credentials.ts';
import { DEMO_MEMBERS } from './demo-members.ts';

/** Makes the accounts that are missing. Who was removed from the workspace by hand comes back; roles and names stay as changed. */
export async function seedMembers(
  { db, auth, secret }: { readonly db: Db; readonly auth: Auth; readonly secret: string },
  workspaceId: string,
): Promise<void> {
  for (const { role, name, email, wecomUserId } of DEMO_MEMBERS) {
    const user = await db.client.user.findUnique({ where: { email } });
    const userId = user?.id ?? (await createAccount(auth, { name, email, password: demoPassword(secret, email) }));
    await db.client.member.upsert({
      where: { workspaceId_userId: { workspaceId, userId } },
      create: { workspaceId, userId, role, wecomUserId },
      update: {},
    });
  }
}
