import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Takes the pictures of the docs; started by `npm run pictures`. */
export default defineConfig({
  ...tests,
  testDir: './pictures',
  timeout: 600_000,
  use: { ...tests.use, trace: 'off', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
});
