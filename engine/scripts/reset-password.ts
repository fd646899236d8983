import { randomBytes } from 'node:crypto';
import { createDb } from '@tendril/db';
import { createAuth } from '../src/auth/create-auth.ts';
import { readConfig } from '../src/config.ts';
import { replacePassword } from '../src/setup/replace-password.ts';

/** Gives a person a new password and ends their sessions: `node engine/scripts/reset-password.ts person@example.com`. */
async function main(): Promise<void> {
  const [email = ''] = process.argv.slice(2);
  const config = readConfig(process.env);
  const db = createDb(config.database.url, { connections: 2 });
  try {
    const user = await db.client.user.findUnique({ where: { email: email.toLowerCase() } });
    if (user === null) throw new Error(`nobody here has the address "${email}".`);
    const auth = createAuth({ client: db.client, secret: config.secret, publicUrl: config.http.publicUrl });
    const password = randomBytes(12).toString('base64url');
    await replacePassword(auth, user.id, password);
    process.stdout.write(`${email} logs in with the password ${password} and should change it.\n`);
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The password was not changed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
