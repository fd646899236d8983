import { join } from 'node:path';
import { execa } from 'execa';
import { findChromium, thisBrowserMachine } from '../chromium.ts';
import { openHome } from '../home.ts';
import { nodeBinary } from '../node-binary.ts';
import { claimPorts } from '../ports.ts';
import { createCrew } from '../processes/crew.ts';
import { createProgress } from '../progress.ts';
import { inRepository } from '../repository.ts';
import { installationSecrets } from '../secrets.ts';
import { type RunningTendril, startTendril } from '../start-tendril.ts';
import { type Counts, countPlaywright } from './counts.ts';
import { readReport } from './read-report.ts';

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

async function walkThrough(scratch: string): Promise<Counts> {
  await using home = await openHome(join(scratch, 'home'));
  await using crew = createCrew();
  await home.noteGuard(crew.guardPid);
  const [ports, secrets] = await Promise.all([claimPorts(home.folder), installationSecrets(home.folder)]);
  const progress = createProgress({ quiet: false });
  const chromium = progress.step('Chromium', async () => findChromium(await thisBrowserMachine()));
  const signal = new AbortController().signal;
  const tendril = await startTendril({ home, ports, secrets, crew, progress, temporalAddress: undefined, signal });

  const reportFile = join(scratch, 'playwright.json');
  const result = await execa(nodeBinary(), [inRepository('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    cwd: inRepository('builder-ui'),
    stdio: ['ignore', 'inherit', 'inherit'],
    reject: false,
    env: { ...browserTestEnv(tendril), CHROMIUM_PATH: await chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
  });
  return countPlaywright(await readReport(reportFile), result.exitCode ?? 1);
}

/** What the browser tests know of the Tendril they drive. */
function browserTestEnv(tendril: RunningTendril): NodeJS.ProcessEnv {
  return {
    TENDRIL_URL: tendril.appUrl,
    TENDRIL_MAILBOX_URL: tendril.mailboxUrl,
    TENDRIL_PHONE_URL: tendril.phoneUrl,
    TENDRIL_DATABASE_URL: tendril.databaseUrl,
    TENDRIL_INTAKE_KEY: tendril.demo.intakeKey,
    TENDRIL_LOGINS: JSON.stringify(tendril.demo.logins),
  };
}
