import { expect, test } from 'vitest';
import { type BrowserMachine, findChromium } from '../src/chromium.ts';

function machine(paths: readonly string[], more: Partial<BrowserMachine> = {}): BrowserMachine {
  const there = new Set(paths);
  return {
    env: { PATH: '/usr/bin:/opt/bin' },
    exists: (path) => there.has(path),
    playwrightPath: () => '/playwright/chrome',
    install: undefined,
    ...more,
  };
}

test('a chosen browser comes before one on PATH, and that before the one of Playwright', async () => {
  const all = ['/mine', '/opt/bin/chromium', '/playwright/chrome'];
  expect(await findChromium(machine(all, { env: { PATH: '/opt/bin', CHROMIUM_PATH: '/mine' } }))).toBe('/mine');
  expect(await findChromium(machine(all))).toBe('/opt/bin/chromium');
  expect(await findChromium(machine(['/playwright/chrome']))).toBe('/playwright/chrome');
});

test('where none is found it is installed, if that is possible', async () => {
  const paths = new Set<string>();
  const install = async (): Promise<boolean> => {
    paths.add('/usr/bin/chromium');
    return true;
  };
  expect(await findChromium(machine([], { exists: (path) => paths.has(path), install }))).toBe('/usr/bin/chromium');
});

test('a browser that cannot be had is named with its remedy', async () => {
  await expect(findChromium(machine([], { install: async () => false }))).rejects.toThrow(/need Chromium .*apt-get install chromium/);
  await expect(findChromium(machine([]))).rejects.toThrow(/CHROMIUM_PATH/);
});
