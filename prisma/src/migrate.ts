import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { openSchemaEngine } from './schema-engine.ts';

/** Folder of the SQL migrations, as `prisma migrate deploy` reads it too. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Applies every migration that the database has not seen and records it in Prisma's own `_prisma_migrations` table.
 * One that was interrupted last time is tried again: PostgreSQL runs each as one transaction, so it left nothing behind.
 * @returns the names of the migrations applied now, oldest first
 * @throws if a migration fails; the failed one is recorded, and the message names it
 */
export async function migrate(databaseUrl: string): Promise<{ applied: readonly string[] }> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  const input = { migrationsList: await readMigrations(), filters: { externalTables: [], externalEnums: [] } };
  try {
    const result = await engine.applyMigrations(input).catch(async (error: unknown) => {
      // Applying waits for whoever is applying right now, so a migration that counts as failed here is not still running.
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
      if (!isRefusalToGoOn(error) || failedMigrationNames.length === 0) throw error;
      for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      return engine.applyMigrations(input);
    });
    return { applied: result.appliedMigrationNames };
  } finally {
    await close();
  }
}

/** Whether the engine did not even begin, because an earlier migration is on record as failed (Prisma's P3009). */
const isRefusalToGoOn = (error: unknown): boolean => error instanceof Error && error.message.includes('found failed migrations');

async function readMigrations(): Promise<MigrationList> {
  const names = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
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
  };
}
