import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { buildPrismaClient } from './builds.ts';
import { nodeBinary } from './node-binary.ts';
import { createProgress } from './progress.ts';
import { inRepository, repositoryFolder } from './repository.ts';
import { runVerb } from './run-verb.ts';
import { scratchFolder } from './scratch-folder.ts';
import { findTemporal } from './temporal-cli/find-temporal.ts';
import { SERVICES_URL_VARIABLE, startTestServiceHost } from './test-services/host.ts';

/** `npm run bench`: gets ready what the measurements need and runs them with PostgreSQL and Temporal at hand. */
async function bench(): Promise<number> {
  const scratch = await scratchFolder('tendril-bench-');
  const progress = createProgress({ quiet: false });
  const steps = [
    progress.step('Prisma client', () => buildPrismaClient({ logFile: join(scratch, 'build.log') })),
    progress.step('Temporal', findTemporal),
  ];
  await progress.show();
  await Promise.all(steps);
  const host = await startTestServiceHost();
  const result = await execa(nodeBinary(), [inRepository('bench/src/main.ts'), ...process.argv.slice(2)], {
    cwd: repositoryFolder,
    stdio: 'inherit',
    reject: false,
    env: { [SERVICES_URL_VARIABLE]: host.url },
  });
  await host.stop();
  await rm(scratch, { recursive: true, force: true });
  return result.exitCode ?? 1;
}

await runVerb(bench);
