import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  SchemaEngine: { new: (typeof SchemaEngine)['new'] };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

let loaded: Promise<EngineModule> | undefined;

/** The glue code of the WASM build holds one instance per process; a second instance would break the first. */
async function instantiate(): Promise<EngineModule> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule;
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': withoutHoldingTimers(glue as unknown as WebAssembly.ModuleImports),
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/** The engine leaves a timer of 10 s behind (its limit for the migration lock); it must not keep a finished process alive. */
function withoutHoldingTimers(glue: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const isTimer = (name: string): boolean => name.startsWith('__wbg_setTimeout');
  return Object.fromEntries(
    Object.entries(glue).map(([name, value]) =>
      isTimer(name) ? [name, (...args: unknown[]) => (value as (...args: unknown[]) => NodeJS.Timeout)(...args).unref()] : [name, value],
    ),
  );
}

/** An open schema engine and the way to close it together with its connection. */
export interface OpenSchemaEngine {
  readonly engine: SchemaEngine;
  close(): Promise<void>;
}

/**
 * Opens Prisma's schema engine in its WASM build, so that migrations need no downloaded binary.
 * @param databaseUrl connection string of the database that the engine works on
 */
export async function openSchemaEngine(databaseUrl: string): Promise<OpenSchemaEngine> {
  loaded ??= instantiate();
  const glue = await loaded;
  // One connection is one session: a second attempt owns the migration lock that a failed first one left behind.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)));
  const close = async (): Promise<void> => {
    engine.free();
    await pool.end();
  };
  return { engine, close };
}
