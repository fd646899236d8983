import { expect, test } from '@playwright/test';
import { newJourney } from './support/canvas.ts';
import { readJourney } from './support/drafts.ts';

test('a minute without a network in the middle of editing: all is kept, and sent when it is back', async ({ page, context }) => {
  await page.clock.install();
  const canvas = await newJourney(page, 'A minute offline');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();

  await context.setOffline(true);
  await canvas.addAfter('Added by hand', 'wait');
  await expect(page.getByText(/offline, \d+ changes? kept here/)).toBeVisible();
  for (let second = 0; second < 60; second += 10) await page.clock.fastForward(10_000);
  await canvas.addAfter('Wait', 'exit');
  await expect(page.getByText(/offline, \d+ changes? kept here/)).toBeVisible();
  expect((await readJourney(page)).draft.nodes.length).toBe(1);

  await context.setOffline(false);
  await page.clock.fastForward(5_000);
  await canvas.saved();
  expect((await readJourney(page)).draft.nodes.length).toBe(3);
  await page.reload();
  await expect(canvas.named('Exit')).toBeVisible({ timeout: 30_000 });
});
