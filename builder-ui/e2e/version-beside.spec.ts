import { expect, test } from '@playwright/test';
import { Canvas } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

test('a published version is read beside the draft, with its forms, and nothing in it changes', async ({ page }) => {
  const canvas = new Canvas(page);
  await logInAs(page, 'marketer');
  await page.goto('/journeys');
  await page.getByRole('button', { name: 'New journey' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Read beside');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Begin with an entry')).toBeVisible();
  await canvas.drop('entry-manual', { x: 300, y: 80 });
  await canvas.addAfter('Added by hand', 'wait');
  await page.getByLabel('How long').fill('2 days');
  await canvas.addAfter('Wait', 'exit');
  await canvas.publish('First');
  await canvas.choose('Wait');
  await page.getByLabel('How long').fill('5 days');

  await page.getByRole('button', { name: 'Versions' }).click();
  await page
    .getByRole('button', { name: /v1|Version 1/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Read it beside the draft' }).click();
  const beside = page.getByTestId('version-beside');
  await expect(beside.getByTestId('step')).toHaveCount(3);
  await beside.getByTestId('step').filter({ hasText: 'Wait' }).click();
  await expect(beside.getByTestId('sentence')).toHaveText('Waits 2 days');
  await expect(beside.getByLabel('How long')).toBeDisabled();
  await page.keyboard.press('Delete');
  await expect(beside.getByTestId('step')).toHaveCount(3);
  await beside.getByRole('button', { name: 'Close' }).click();
  await expect(beside).toHaveCount(0);
  await expect(canvas.named('Wait')).toContainText('5 days');
});
