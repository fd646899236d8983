import type { Role } from '../../api/views.ts';
import { createAccount } from '../../auth/create-account.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { SettingsParts } from './settings-parts.ts';

/** A person to be let into the workspace. */
export interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly wecomUserId?: string | undefined;
}

/**
 * Makes an account and lets it into the workspace. Somebody who has an account already keeps their password.
 * @throws UserError `member.exists` or `member.wecom-taken`
 */
export async function addMember({ db, auth }: Pick<SettingsParts, 'db' | 'auth'>, caller: Caller, person: NewMember): Promise<{ userId: string }> {
  const { workspaceId } = caller;
  const email = person.email.toLowerCase();
  const wecomUserId = person.wecomUserId?.trim() || null;
  const known = await db.client.user.findUnique({ where: { email }, include: { members: { where: { workspaceId } } } });
  if (known !== null && known.members.length > 0) throw new UserError('member.exists', { email }, 'CONFLICT');
  const holder = wecomUserId === null ? null : await db.client.member.findFirst({ where: { workspaceId, wecomUserId }, include: { user: true } });
  if (holder !== null) throw new UserError('member.wecom-taken', { wecomUserId, name: holder.user.name }, 'CONFLICT');
  const userId = known?.id ?? (await createAccount(auth, { ...person, email }));
  await db.client.$transaction(async (tx) => {
    await tx.member.create({ data: { workspaceId, userId, role: person.role, wecomUserId } });
    await recordDeed(tx, { caller, action: 'member.added', subjectType: 'member', subjectId: userId, detail: { email, role: person.role } });
  });
  return { userId };
}
