import { expect, test } from '@playwright/test';
import { newJourney } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

/** What has to travel by the API to another browser may take a while on a busy machine. */
const TRAVELS = { timeout: 30_000 };

test('a step is talked about: a colleague is named, told, answers while looking on, and the thread is resolved', async ({ page, browser }) => {
  const canvas = await newJourney(page, 'Talked about');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();

  await test.step('comment on the chosen step, naming a colleague', async () => {
    await canvas.choose('Added by hand');
    await page.getByRole('button', { name: 'Comments, 0 open' }).click();
    const field = page.getByRole('textbox', { name: 'New comment on “Added by hand”' });
    await field.fill('Who adds them? @');
    await page.getByRole('button', { name: '@赵敏' }).click();
    await field.press('Control+Enter');
    await expect(page.getByTestId('thread')).toContainText('Who adds them? @赵敏');
    await expect(canvas.named('Added by hand').getByRole('button', { name: '1 open comment' })).toBeVisible();
  });

  const other = await (await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 960 } })).newPage();
  await test.step('the colleague sees it on any page, and answers without the pen', async () => {
    await logInAs(other, 'admin');
    await other.getByRole('button', { name: /Mentions, [1-9]\d* new/ }).click(TRAVELS);
    await other.getByRole('menuitem', { name: /Talked about/ }).click();
    await expect(other.getByTestId('looking-on')).toBeVisible(TRAVELS);
    await other.getByTestId('thread').getByRole('button', { name: 'Answer' }).click();
    await other.getByRole('textbox', { name: 'Answer' }).fill('The sales desk.');
    await other.getByTestId('thread').getByRole('button', { name: 'Answer' }).click();
    await expect(other.getByTestId('comment')).toHaveCount(2);
  });

  await test.step('the answer arrives, and the thread is settled', async () => {
    await expect(page.getByTestId('comment')).toHaveCount(2, TRAVELS);
    await page.getByRole('button', { name: 'Resolve' }).click();
    await expect(page.getByText('No open comments.')).toBeVisible();
    await page.getByText('Resolved', { exact: true }).click();
    await expect(page.getByTestId('thread')).toContainText('Resolved by');
    await expect(canvas.named('Added by hand').getByRole('button', { name: '1 open comment' })).toHaveCount(0);
  });
  await other.context().close();
});
