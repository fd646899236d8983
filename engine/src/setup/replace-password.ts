import type { Auth } from '../auth/create-auth.ts';

/** Gives a user another password and ends their sessions. */
export async function replacePassword(auth: Auth, userId: string, newPassword: string): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  await internalAdapter.updatePassword(userId, await password.hash(newPassword));
  await internalAdapter.deleteUserSessions(userId);
}
