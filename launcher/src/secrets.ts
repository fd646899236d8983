import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RemediableError } from './remediable-error.ts';

/** What nobody else may know about an installation. Made once; a new one would make old data unreadable. */
export interface Secrets {
  /** Signs sessions and links, and seals channel credentials (64 hex digits). */
  readonly installation: string;
  /** Password of the embedded PostgreSQL. */
  readonly postgresPassword: string;
}

/**
 * Reads the secrets of a home, or makes them on the first start; only the owner may read the file.
 * @throws RemediableError when the file is there but damaged
 */
export async function installationSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json');
  const stored = await readFile(file, 'utf8').catch(() => undefined);
  if (stored !== undefined) return parse(stored, file);
  const secrets: Secrets = { installation: randomBytes(32).toString('hex'), postgresPassword: randomBytes(16).toString('hex') };
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

function parse(stored: string, file: string): Secrets {
  try {
    const { installation, postgresPassword } = JSON.parse(stored) as Partial<Secrets>;
    if (typeof installation === 'string' && typeof postgresPassword === 'string') return { installation, postgresPassword };
  } catch {
    // Falls through to the sentence below.
  }
  throw new RemediableError(`${file} is damaged: put it back from a backup, or begin anew with "npm start -- --reset" (this deletes the demo data).`);
}
