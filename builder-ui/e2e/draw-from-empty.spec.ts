import { expect, test } from '@playwright/test';
import { Canvas } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

test('a marketer draws a journey on an empty canvas, fills its forms and publishes it', async ({ page }) => {
  const canvas = new Canvas(page);
  await logInAs(page, 'marketer');
  await page.goto('/journeys');
  await page.getByRole('button', { name: 'New journey' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New journey' });
  await dialog.getByLabel('Name').fill('Short thanks');
  await dialog.getByText('An empty canvas').click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Short thanks' })).toBeVisible();

  await canvas.drop('entry-manual', { x: 420, y: 90 });
  await expect(canvas.step('Added by hand')).toHaveAttribute('data-selected', 'true');
  await canvas.press('send-email');
  await page.getByRole('combobox', { name: 'Email template' }).click();
  await page
    .getByRole('option', { name: /thank-you|感谢/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Consent topic' }).click();
  await page
    .getByRole('option', { name: /nurture/ })
    .first()
    .click();
  await expect(page.getByText(/Sends the email “thank-you” on “nurture”/).first()).toBeVisible();
  await canvas.press('exit');
  await expect(canvas.step('Exit')).toBeVisible();

  // Undone and made again by keys; the drawing is the same.
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 400 } });
  await page.keyboard.press('Control+z');
  await expect(canvas.step('Exit')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(canvas.step('Exit')).toBeVisible();

  await canvas.publish('Say thanks');
  await expect(page.getByText('Live v1')).toBeVisible();
});
