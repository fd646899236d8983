import type { Auth } from './create-auth.ts';

/** Makes a user who can log in with this password. The address is kept in lower case. */
export async function createAccount(
  auth: Auth,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<string> {
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(person.password);
  const user = await internalAdapter.createUser({ name: person.name, email: person.email.toLowerCase(), emailVerified: true }, { method: 'admin' });
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
  return user.id;
}
