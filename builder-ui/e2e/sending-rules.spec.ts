import { expect, test } from '@playwright/test';
import { logInAs } from './support/tendril.ts';

test('a marketer puts a sending rule in force and reads it in words', async ({ page }) => {
  await logInAs(page, 'marketer');
  await page.goto('/settings?section=sending');
  // A wait this long changes nothing for the other tests in this workspace.
  const longest = page.getByLabel('Longest wait');
  await longest.fill('300 days');
  await expect(page.getByText(/wait longer than 300 days is not sent/)).toBeVisible();
  await page.getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByText(/The rules are in force/)).toBeVisible();
  await page.reload();
  await expect(longest).toHaveValue('300 days');
  await longest.fill('');
  await page.getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByText('No rule is on: every journey writes when it comes to it.')).toBeVisible();
});
