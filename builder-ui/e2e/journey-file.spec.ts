import { expect, test } from '@playwright/test';
import { newJourney } from './support/canvas.ts';
import { readJourney } from './support/drafts.ts';

test('a file takes the place of the drawing as one step, and a bad one says what is wrong', async ({ page }) => {
  const canvas = await newJourney(page, 'From a file');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();
  const { draft } = await readJourney(page);
  const put = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await canvas.keys('Control+k');
    await page.keyboard.type('Put a file in place');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await put('bad.json', '{"format":"other"}');
  await expect(page.getByText('bad.json cannot be read')).toBeVisible();
  await expect(canvas.named('Added by hand')).toBeVisible();

  await put('empty.json', JSON.stringify({ ...draft, nodes: [], name: 'Another name' }));
  await expect(page.getByTestId('step')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo: put a file in place' }).click();
  await expect(canvas.named('Added by hand')).toBeVisible();
});
