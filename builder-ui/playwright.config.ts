import { defineConfig } from '@playwright/test';

/** The browser tests drive a Tendril that already runs; the address comes from whoever started it. */
const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../node_modules/.cache/playwright',
  timeout: 120_000,
  workers: 1,
  reporter: 'list',
  use: {
    baseURL: process.env['TENDRIL_URL'] ?? 'http://127.0.0.1:3000',
    viewport: { width: 1440, height: 960 },
    locale: 'en',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { args: ['--no-sandbox'], ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
