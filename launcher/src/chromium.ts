import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { RemediableError } from './remediable-error.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const INSTALL_MS = 10 * 60_000;

/** What this machine offers for finding a browser; tests hand in a machine of their own. */
export interface BrowserMachine {
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
  /** Path of the browser that Playwright has downloaded or would download. */
  readonly playwrightPath: () => string;
  /** Installs Debian's chromium; answers whether that worked. Undefined where it is not possible at all. */
  readonly install: (() => Promise<boolean>) | undefined;
}

/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH, one on PATH, Playwright's own, else Debian's is installed.
 * @throws RemediableError with the remedy when there is none and none can be installed
 */
export async function findChromium(machine: BrowserMachine): Promise<string> {
  const found = lookForChromium(machine);
  if (found !== undefined) return found;
  if (machine.install !== undefined && (await machine.install())) {
    const installed = lookForChromium(machine);
    if (installed !== undefined) return installed;
  }
  throw new RemediableError(
    'The browser tests need Chromium and none was found: install it (on Debian "apt-get install chromium", elsewhere "npx playwright install chromium") or set CHROMIUM_PATH.',
  );
}

function lookForChromium(machine: BrowserMachine): string | undefined {
  const chosen = machine.env['CHROMIUM_PATH'];
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(chosen === undefined ? [] : [chosen]), ...onPath, machine.playwrightPath()].find(machine.exists);
}

/** The machine we run on. */
export async function thisBrowserMachine(): Promise<BrowserMachine> {
  const { chromium } = await import('@playwright/test');
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  return { env: process.env, exists: existsSync, playwrightPath: () => chromium.executablePath(), install: isDebian ? installOnDebian : undefined };
}

async function installOnDebian(): Promise<boolean> {
  const options = { reject: false, timeout: INSTALL_MS, stdin: 'ignore', env: { DEBIAN_FRONTEND: 'noninteractive' } } as const;
  await execa('apt-get', ['update'], options);
  const result = await execa('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return !result.failed;
}
