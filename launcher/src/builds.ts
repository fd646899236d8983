import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import { type Build, buildWhenChanged } from './build-when-changed.ts';
import { nodeBinary } from './node-binary.ts';
import { RemediableError } from './remediable-error.ts';
import { inRepository } from './repository.ts';

/** How a build is run. */
export interface BuildOptions {
  readonly logFile: string;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

/**
 * Generates the Prisma client if the schema changed.
 * @returns whether it had to be generated
 * @throws RemediableError naming the log when it fails
 */
export function buildPrismaClient(options: BuildOptions): Promise<boolean> {
  return buildWhenChanged({
    name: 'prisma-client',
    inputs: ['prisma/schema', 'prisma/generate.mjs', 'prisma/prisma.config.ts', 'prisma/package.json'],
    output: inRepository('prisma/src/generated/client.ts'),
    run: () => runNode('The Prisma client', [inRepository('prisma/generate.mjs')], { ...options, cwd: inRepository('prisma') }),
  } satisfies Build);
}

/**
 * Builds the user interface if its sources changed.
 * @returns whether it had to be built
 * @throws RemediableError naming the log when it fails
 */
export function buildUi(options: BuildOptions): Promise<boolean> {
  return buildWhenChanged({
    name: 'ui',
    inputs: [
      'builder-ui/src',
      'builder-ui/public',
      'builder-ui/index.html',
      'builder-ui/vite.config.ts',
      'builder-ui/package.json',
      'engine/journey/src',
    ],
    output: inRepository('builder-ui/dist/index.html'),
    run: () =>
      runNode('The user interface', [inRepository('node_modules/vite/bin/vite.js'), 'build'], { ...options, cwd: inRepository('builder-ui') }),
  } satisfies Build);
}

async function runNode(what: string, args: readonly string[], options: BuildOptions & { readonly cwd: string }): Promise<void> {
  await mkdir(dirname(options.logFile), { recursive: true });
  const result = await execa(nodeBinary(), args, {
    cwd: options.cwd,
    all: true,
    reject: false,
    stdin: 'ignore',
    env: { NO_COLOR: '1' },
    ...(options.signal === undefined ? {} : { cancelSignal: options.signal }),
  });
  await appendFile(options.logFile, `${result.all}\n`);
  if (result.failed) throw new RemediableError(`${what} cannot be built: the reason is at the end of ${options.logFile}.`);
}
