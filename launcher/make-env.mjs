/**
 * Writes `.env` for docker compose with passwords that nobody knows. Runs with nothing installed.
 * An existing file is left alone: new passwords would lock everybody out of the old data.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../.env', import.meta.url));
const secret = (bytes) => randomBytes(bytes).toString('hex');

if (existsSync(file)) {
  process.stderr.write(`${file} is there already and stays as it is. Its passwords belong to the data; delete both together or neither.\n`);
  process.exit(1);
}

const publicUrl = process.argv[2] ?? 'http://127.0.0.1:3000';
writeFileSync(
  file,
  `# Made by "node launcher/make-env.mjs". Keep it secret, and back it up with the data: without TENDRIL_SECRET the stored
# channel settings cannot be opened. .env.example explains every entry.
PUBLIC_URL=${publicUrl}
POSTGRES_PASSWORD=${secret(24)}
TEMPORAL_DB_PASSWORD=${secret(24)}
TENDRIL_SECRET=${secret(32)}
METRICS_TOKEN=${secret(24)}
MAILBOX_LOGIN=operator:${secret(12)}
`,
  { mode: 0o600 },
);
process.stdout.write(`Wrote ${file} for ${publicUrl}. Next: docker compose up --build --detach --wait\n`);
