import { parseArgs } from 'node:util';
import { createDb } from '@tendril/db';
import { createAuth } from '../src/auth/create-auth.ts';
import { readConfig } from '../src/config.ts';
import { createWorkspace } from '../src/setup/create-workspace.ts';

/** Makes the first workspace of an installation, or a further one, and prints how its admin logs in. */
const usage =
  'node engine/scripts/create-workspace.ts --name "Example Ltd" --email admin@example.com [--time-zone Asia/Shanghai] [--locale zh-CN|en]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      'time-zone': { type: 'string', default: 'Asia/Shanghai' },
      locale: { type: 'string', default: 'zh-CN' },
    },
  });
  const { name, email, locale } = values;
  if (name === undefined || email === undefined || !email.includes('@') || (locale !== 'zh-CN' && locale !== 'en')) throw new Error(usage);
  const timeZone = new Intl.DateTimeFormat('en', { timeZone: values['time-zone'] }).resolvedOptions().timeZone;
  const config = readConfig(process.env);
  const db = createDb(config.database.url, { connections: 2 });
  try {
    const auth = createAuth({ client: db.client, secret: config.secret, publicUrl: config.http.publicUrl });
    const { password } = await createWorkspace({ db, auth }, { name, adminName: email.split('@')[0] ?? email, adminEmail: email, timeZone, locale });
    const credentials = password === null ? 'with the password they have' : `with the password ${password} and should change it`;
    process.stdout.write(`The workspace "${name}" is made. ${email} logs in at ${config.http.publicUrl} ${credentials}.\n`);
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The workspace was not made: ${reason}\n`);
  process.exit(1);
});
