import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSchemaEngine } from './schema-engine.ts';

/** Folder of the SQL migrations, as `prisma migrate deploy` reads it too. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Applies every migration that the database has not seen and records it in Prisma's own `_prisma_migrations` table.
 * @returns the names of the migrations applied now, oldest first
 * @throws if a migration fails; the failed one is recorded, and the message names it
 */
export async function migrate(databaseUrl: string): Promise<{ applied: readonly string[] }> {
  const engine = await loadSchemaEngine(databaseUrl);
  try {
    const names = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: './migration_lock.toml', content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8') },
        shadowDbInitScript: '',
        migrationDirectories: await Promise.all(
          names.sort().map(async (name) => ({
            path: name,
            migrationFile: {
              path: 'migration.sql',
              content: { tag: 'ok' as const, value: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
            },
          })),
        ),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return { applied: result.appliedMigrationNames };
  } finally {
    engine.free();
  }
}
