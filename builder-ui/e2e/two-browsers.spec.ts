import { type Browser, expect, type Page, test } from '@playwright/test';
import { Canvas, newJourney } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

/** What has to travel by the API to another browser may take a while on a busy machine. */
const TRAVELS = { timeout: 30_000 };

/** Opens the same journey as somebody else, in a browser of their own. */
async function another(browser: Browser, page: Page): Promise<Page> {
  const other = await (await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 960 } })).newPage();
  await logInAs(other, 'admin');
  await other.goto(new URL(page.url()).pathname);
  return other;
}

test('two people on one journey: one draws, the other looks on, asks for the pen and gets it', async ({ page, browser }) => {
  const canvas = await newJourney(page, 'Drawn by two');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();
  const other = await another(browser, page);
  const theirs = new Canvas(other);

  await test.step('whoever came second sees who edits, and cannot draw', async () => {
    await expect(other.getByTestId('looking-on')).toContainText('is editing', TRAVELS);
    await expect(other.getByTestId('stripes')).toBeAttached();
    await expect(theirs.named('Added by hand')).toBeVisible();
    await expect(other.locator('[data-region="palette"]')).toHaveCount(0);
    for (const one of [page, other]) await expect(one.getByTestId('presence').getByRole('listitem')).toHaveCount(2, TRAVELS);
  });

  await test.step('and sees what is saved', async () => {
    await canvas.addAfter('Added by hand', 'wait');
    await canvas.saved();
    await expect(theirs.named('Wait')).toBeVisible(TRAVELS);
  });

  await test.step('the request is seen, and the pen handed over with all that was drawn', async () => {
    await other.getByRole('button', { name: 'Ask for the pen' }).click();
    await expect(page.getByTestId('asked')).toContainText('asks for the pen', TRAVELS);
    await canvas.addAfter('Wait', 'exit');
    await page.getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByTestId('looking-on')).toBeVisible(TRAVELS);
    await expect(other.locator('[data-region="palette"]')).toBeVisible(TRAVELS);
    await expect(theirs.named('Exit')).toBeVisible(TRAVELS);
    await theirs.choose('Exit');
    await theirs.keys('Delete');
    await theirs.saved();
    await expect(canvas.named('Exit')).toHaveCount(0, TRAVELS);
  });

  await test.step('who leaves leaves the pen', async () => {
    await other.getByRole('link', { name: 'Journeys' }).first().click();
    await expect(page.locator('[data-region="palette"]')).toBeVisible(TRAVELS);
    await expect(page.getByTestId('presence')).toHaveCount(0, TRAVELS);
  });
  await other.context().close();
});

test('whoever was cut off loses the pen, not what was drawn', async ({ page, context, browser }) => {
  const canvas = await newJourney(page, 'Cut off');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();
  const other = await another(browser, page);
  await expect(other.getByTestId('looking-on')).toBeVisible(TRAVELS);

  await context.setOffline(true);
  await canvas.addAfter('Added by hand', 'wait');
  await expect(page.getByText(/offline, \d+ changes? kept here/)).toBeVisible();
  // The seat counts as left after 15 s of silence, by the clock of the API.
  await expect(other.locator('[data-region="palette"]')).toBeVisible(TRAVELS);

  await context.setOffline(false);
  await expect(page.getByTestId('kept')).toContainText('kept in this browser', TRAVELS);
  await expect(canvas.named('Wait')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask for the pen' }).click();
  await other.getByRole('button', { name: 'Hand over' }).click();
  await expect(canvas.named('Wait')).toBeVisible();
  await canvas.saved();
  await other.context().close();
});
