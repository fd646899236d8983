import { expect, test } from '@playwright/test';
import { holds } from './support/accessible.ts';
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
  await expect(page.getByText(/wait longer than/)).toBeHidden();
  await page.reload();
  await expect(longest).toHaveValue('');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sending rules are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await logInAs(page, 'marketer');
    await page.goto('/settings?section=sending');
    await page.getByRole('button', { name: 'Fill in what we advise' }).click();
    await expect(page.getByText(/A lead gets at most 2 marketing messages/)).toBeVisible();
    await holds(page, 'sending rules');
  });
}
