import { expect, test } from '@playwright/test';
import { holds } from './support/accessible.ts';
import { logInAs } from './support/tendril.ts';

// Gets up from the journey, so that whoever comes next has the pen.
test.afterEach(async ({ page }) => {
  await page.goto('/leads');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the canvas and all that opens on it are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await logInAs(page, 'marketer');
    await page.goto('/journeys');
    const journey = page.getByRole('link', { name: /Pre-nurture SOP/ });
    await expect(journey).toBeVisible();
    await holds(page, 'list of journeys');
    await journey.click();
    const gate = page.getByTestId('step').filter({ hasText: '评分闸门' });
    await expect(gate).toBeVisible();
    await holds(page, 'canvas');
    await gate.click();
    await holds(page, 'form of a gate');
    await page.getByTestId('step').filter({ hasText: '看了价格页' }).click();
    await holds(page, 'form of a wait');
    for (const [keys, what] of [
      ['Control+Enter', 'time machine'],
      ['o', 'outline'],
      ['?', 'list of keys'],
      ['Control+k', 'commands'],
    ] as const) {
      await page.keyboard.press(keys);
      await holds(page, what);
      await page.keyboard.press(what === 'list of keys' || what === 'commands' ? 'Escape' : keys);
    }
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('dialog', { name: /Publish/ })).toBeVisible();
    await holds(page, 'publishing');
    await page.keyboard.press('Escape');
    for (const name of ['Versions', 'Rules of the journey']) {
      await page.getByRole('button', { name }).click();
      await holds(page, name);
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`trying out is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await logInAs(page, 'marketer');
    await page.goto('/journeys');
    await page.getByRole('link', { name: /Pre-nurture SOP/ }).click();
    await page.getByRole('button', { name: 'Time machine' }).click();
    const machine = page.getByRole('region', { name: 'Time machine' });
    await machine.getByRole('button', { name: 'All decisions' }).click();
    await holds(page, 'all decisions');
    await machine.getByText('Past leads').click();
    await expect(machine.getByRole('button', { name: 'Play past leads' })).toBeVisible();
    await holds(page, 'past leads');
  });
}
