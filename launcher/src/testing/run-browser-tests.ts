import { join } from 'node:path';
import { execa } from 'execa';
import { nodeBinary } from '../node-binary.ts';
import { inRepository } from '../repository.ts';
import type { RunningTendril } from '../start-tendril.ts';
import { type Counts, countPlaywright } from './counts.ts';
import { readReport } from './read-report.ts';
import { withScratchTendril } from './with-scratch-tendril.ts';

/**
 * Starts a whole Tendril in a scratch folder, lets Playwright walk through it, and ends it.
 * @returns how the browser tests went; a Tendril that does not start, or a missing browser, is said and counts as a failure
 */
export async function runBrowserTests(scratch: string): Promise<Counts> {
  try {
    return await walkThrough(scratch);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

const walkThrough = (scratch: string): Promise<Counts> =>
  withScratchTendril(scratch, async (tendril, chromium) => {
    const reportFile = join(scratch, 'playwright.json');
    const result = await execa(nodeBinary(), [inRepository('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
      cwd: inRepository('builder-ui'),
      stdio: ['ignore', 'inherit', 'inherit'],
      reject: false,
      env: { ...browserTestEnv(tendril), CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    });
    return countPlaywright(await readReport(reportFile), result.exitCode ?? 1);
  });

/** What the browser tests know of the Tendril they drive. */
export function browserTestEnv(tendril: RunningTendril): NodeJS.ProcessEnv {
  return {
    TENDRIL_URL: tendril.appUrl,
    TENDRIL_MAILBOX_URL: tendril.mailboxUrl,
    TENDRIL_PHONE_URL: tendril.phoneUrl,
    TENDRIL_DATABASE_URL: tendril.databaseUrl,
    TENDRIL_INTAKE_KEY: tendril.demo.intakeKey,
    TENDRIL_LOGINS: JSON.stringify(tendril.demo.logins),
  };
}
