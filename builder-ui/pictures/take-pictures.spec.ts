import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Canvas } from '../e2e/support/canvas.ts';
import { demoFile, logInAs, segmentClient, sendDemoEvents } from '../e2e/support/tendril.ts';

const folder = process.env['PICTURES_FOLDER'] ?? '.';

/** Takes what the page shows, in light and in dark. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the main screens, in light and dark', async ({ page }) => {
  const canvas = new Canvas(page);
  const openJourney = async () => {
    await page.goto('/journeys');
    await page.getByRole('link', { name: /Pre-nurture SOP/ }).click();
    await expect(canvas.step('感谢注册')).toBeVisible();
  };

  await logInAs(page, 'marketer');
  await openJourney();
  await canvas.publish('First version');
  await page.goto('/imports');
  await page.getByLabel('Choose a file').setInputFiles(demoFile('leads.csv'));
  await page.getByText('Yes, they agreed').click();
  await page.getByRole('button', { name: /^Import \d+ lines/ }).click();
  await expect(page.getByText('Download as CSV')).toBeVisible({ timeout: 240_000 });
  const client = segmentClient();
  await sendDemoEvents(client, 1_000);
  await client.closeAndFlush();
  await picture(page, 'import-report');

  await openJourney();
  await expect(canvas.step('评分闸门')).toContainText(/[1-9][\d,]* in/, { timeout: 240_000 });
  await picture(page, 'canvas');
  await canvas.step('评分闸门').click();
  await picture(page, 'canvas-edit');
  await page.keyboard.press('Escape');
  await canvas.keys('o');
  await expect(page.getByRole('tree')).toBeVisible();
  await picture(page, 'outline');
  await canvas.keys('o');
  await canvas.keys('l');
  await page.getByRole('dialog').getByRole('option').first().click();
  await expect(page.getByTestId('explanation')).toBeVisible();
  await picture(page, 'explain');
  await page.goto(new URL(page.url()).pathname.replace(/\/leads.*/, ''));
  await page.getByRole('button', { name: 'Time machine' }).click();
  await page.waitForTimeout(1_500);
  await picture(page, 'time-machine');

  for (const [path, name] of [
    ['/overview', 'overview'],
    ['/journeys', 'journeys'],
    ['/leads', 'leads'],
    ['/messages', 'messages'],
    ['/templates', 'templates'],
    ['/settings', 'settings'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await picture(page, name);
  }
  await page.goto('/leads');
  await page.locator('main').getByRole('link').first().click();
  await expect(page.getByTestId('explanation')).toBeVisible();
  await picture(page, 'lead');

  await logInAs(page, 'sdr');
  await page.goto('/desk');
  await expect(page.getByText('Why now')).toBeVisible({ timeout: 240_000 });
  await picture(page, 'desk');
});
