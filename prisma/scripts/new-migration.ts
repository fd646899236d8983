/**
 * Writes a migration from the last one's schema to today's: `DATABASE_URL=… node prisma/scripts/new-migration.ts <name>`.
 * The schema of the last migration is kept beside the SQL, so no shadow database is needed.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationsFolder } from '../src/migrate.ts';
import { openSchemaEngine } from '../src/schema-engine.ts';

const schemaFolder = fileURLToPath(new URL('../schema', import.meta.url));
const snapshot = join(migrationsFolder, 'schema.snapshot.prisma');
const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Give the migration a kebab-case name: node prisma/scripts/new-migration.ts add-lead-owner\n');
  process.exit(2);
}

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) {
  process.stderr.write('Set DATABASE_URL to any reachable PostgreSQL (`npm start` prints one): the schema engine wants a connection.\n');
  process.exit(2);
}

const files = (await readdir(schemaFolder)).filter((file) => file.endsWith('.prisma')).sort();
const today = (await Promise.all(files.map((file) => readFile(join(schemaFolder, file), 'utf8')))).join('\n');
const last = existsSync(snapshot) ? await readFile(snapshot, 'utf8') : null;

const { engine } = await openSchemaEngine(databaseUrl);
const { stdout } = await engine.diff({
  from: last === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: last }] },
  to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: today }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
if (stdout === undefined || stdout === null || stdout.trim() === '-- This is an empty migration.') {
  process.stdout.write('The schema has not changed since the last migration.\n');
  process.exit(0);
}
const number = String((await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).length + 1).padStart(4, '0');
const folder = join(migrationsFolder, `${number}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), stdout);
await writeFile(snapshot, today);
process.stdout.write(`Wrote ${number}_${name}/migration.sql\n`);
process.exit(0);
