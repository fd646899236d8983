import type { MemberRow, Role } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { SettingsParts } from './settings-parts.ts';

/** Everybody in the workspace, by name. */
export async function listMembers({ db }: Pick<SettingsParts, 'db'>, caller: Caller): Promise<readonly MemberRow[]> {
  const members = await db.client.member.findMany({
    where: { workspaceId: caller.workspaceId },
    include: { user: true },
    orderBy: { user: { name: 'asc' } },
  });
  return members.map(({ userId, role, wecomUserId, user }) => ({ userId, name: user.name, email: user.email, role: role as Role, wecomUserId }));
}

/**
 * Gives a member another role.
 * @throws UserError `member.missing`, or `member.last-admin` if nobody could manage the workspace afterwards
 */
export async function setRole({ db }: Pick<SettingsParts, 'db'>, caller: Caller, { userId, role }: { userId: string; role: Role }): Promise<void> {
  const { workspaceId } = caller;
  await db.client.$transaction(
    async (tx) => {
      const member = await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } }, include: { user: true } });
      if (member === null) throw new UserError('member.missing', { userId }, 'NOT_FOUND');
      const otherAdmins = await tx.member.count({ where: { workspaceId, role: 'admin', userId: { not: userId } } });
      if (role !== 'admin' && otherAdmins === 0) throw new UserError('member.last-admin', { name: member.user.name }, 'CONFLICT');
      await tx.member.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
      await recordDeed(tx, {
        caller,
        action: 'member.role-changed',
        subjectType: 'member',
        subjectId: userId,
        detail: { from: member.role, to: role },
      });
    },
    // Two admins who demote each other at once must not both succeed.
    { isolationLevel: 'Serializable' },
  );
}
