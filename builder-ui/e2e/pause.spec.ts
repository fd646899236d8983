import { expect, test } from '@playwright/test';
import { Canvas } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

test('a marketer pauses a journey and lets it go on as chosen', async ({ page }) => {
  const canvas = new Canvas(page);
  await logInAs(page, 'marketer');
  await page.goto('/journeys');
  await page.getByRole('button', { name: 'New journey' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New journey' });
  await dialog.getByLabel('Name').fill('To be paused');
  await dialog.getByText('An empty canvas').click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await canvas.drop('entry-manual', { x: 420, y: 90 });
  await canvas.press('exit');
  await canvas.publish('To be paused');

  await page.getByTestId('pause').click();
  await page.getByRole('button', { name: 'Pause the journey' }).click();
  await expect(page.getByTestId('status')).toContainText('Paused · 0 leads held');
  await page.getByTestId('resume').click();
  await expect(page.getByTestId('burst')).toHaveText('No lead fell due during the pause.');
  await page.getByLabel('Skip messages that are too old').check();
  await page.getByLabel('Too old after (hours)').fill('12');
  await page.getByTestId('resume-submit').click();
  await expect(page.getByText('Live v1')).toBeVisible();
  await expect(page.getByTestId('pause')).toBeVisible();
});
