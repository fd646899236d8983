/** The secrets that sign what we hand out. Old ones stay for as long as their tokens are in people's mailboxes. */
export interface TokenKeys {
  /** Id of the key that signs from now on. */
  readonly current: string;
  /** Secrets by key id. Ids are 1–16 letters or digits, secrets at least 32 characters. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The keys, looked over. Throws a plain error that names the mistake: keys are configuration. */
export function tokenKeys(keys: TokenKeys): TokenKeys {
  for (const [id, secret] of Object.entries(keys.secrets)) {
    if (!/^[A-Za-z0-9]{1,16}$/.test(id)) throw new Error(`Token key id "${id}" must be 1 to 16 letters or digits.`);
    if (secret.length < 32) throw new Error(`The token key "${id}" has ${secret.length} characters; use at least 32 random ones.`);
  }
  if (!Object.hasOwn(keys.secrets, keys.current)) throw new Error(`There is no token key with the current id "${keys.current}".`);
  return keys;
}
