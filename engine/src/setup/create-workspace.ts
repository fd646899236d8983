import { randomBytes } from 'node:crypto';
import type { Db } from '@tendril/db';
import { USUAL_SENDING_RULES } from '@tendril/journey/schema';
import { createAccount } from '../auth/create-account.ts';
import type { Auth } from '../auth/create-auth.ts';
import { seedRules } from '../seed/seed-rules.ts';

/** What a new workspace is called and who looks after it. */
export interface NewWorkspace {
  readonly name: string;
  readonly adminName: string;
  readonly adminEmail: string;
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string;
  readonly locale: 'zh-CN' | 'en';
}

/**
 * Makes a production workspace with the default scoring rules, sending rules and dispositions and an admin, who can then add everybody
 * else. A person who has an account already becomes its admin with the password they have.
 * @returns the admin's first password, or null for a person who has one
 */
export async function createWorkspace(
  { db, auth }: { readonly db: Db; readonly auth: Auth },
  wanted: NewWorkspace,
): Promise<{ readonly workspaceId: string; readonly password: string | null }> {
  const email = wanted.adminEmail.toLowerCase();
  const known = await db.client.user.findUnique({ where: { email } });
  const password = known === null ? randomBytes(12).toString('base64url') : null;
  const userId = known?.id ?? (await createAccount(auth, { name: wanted.adminName, email, password: password ?? '' }));
  const { id: workspaceId } = await db.client.workspace.create({
    data: {
      name: wanted.name,
      timeZone: wanted.timeZone,
      locale: wanted.locale,
      sendingRules: USUAL_SENDING_RULES as object,
      members: { create: { userId, role: 'admin' } },
    },
  });
  await seedRules(db, workspaceId);
  return { workspaceId, password };
}
