import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPrismaClient, buildUi } from './builds.ts';
import { createProgress } from './progress.ts';
import { runVerb } from './run-verb.ts';
import { scratchFolder } from './scratch-folder.ts';
import { findTemporal } from './temporal-cli/find-temporal.ts';
import { addCounts, summaryLine } from './testing/counts.ts';
import { runBrowserTests } from './testing/run-browser-tests.ts';
import { runVitest } from './testing/run-vitest.ts';

/** `npm test`: everything the tests need, then all tests, then one line that sums them up. */
async function test(): Promise<number> {
  const scratch = await scratchFolder('tendril-npm-test-');
  await prepare(join(scratch, 'build.log'));
  const unit = await runVitest({ reportFile: join(scratch, 'vitest.json') });
  const browser = await runBrowserTests(scratch);
  const total = addCounts(unit, browser);
  if (total.failed === 0) await rm(scratch, { recursive: true, force: true });
  else console.log(`Logs of the services that the browser tests used: ${scratch}`);
  console.log(`\n${summaryLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/** Gets ready what all tests share. */
async function prepare(logFile: string): Promise<void> {
  const progress = createProgress({ quiet: false });
  const steps = [
    progress.step('Prisma client', () => buildPrismaClient({ logFile })),
    progress.step('User interface', () => buildUi({ logFile })),
    progress.step('Temporal', findTemporal),
  ];
  await progress.show();
  await Promise.all(steps);
}

await runVerb(test);
