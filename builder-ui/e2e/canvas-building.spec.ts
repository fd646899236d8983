import { expect, type Page, test } from '@playwright/test';
import { type Canvas, newJourney } from './support/canvas.ts';

/** A short journey: an entry, a wait, a mail, a score gate and two ends. */
async function drawn(page: Page, name: string): Promise<Canvas> {
  const canvas = await newJourney(page, name);
  await canvas.drop('entry-manual', { x: 420, y: 60 });
  await canvas.addAfter('Added by hand', 'wait');
  await canvas.addAfter('Wait', 'send email');
  await canvas.addAfter('Send email', 'score gate');
  await canvas.addAfter('Score gate', 'exit', 'high');
  await canvas.keys('1');
  return canvas;
}

/** Chooses several steps: the first by a press, the others by Shift. */
async function chooseAll(canvas: Canvas, ...steps: readonly string[]): Promise<void> {
  const [first = '', ...others] = steps;
  await canvas.choose(first);
  for (const step of others) await canvas.named(step).click({ modifiers: ['Shift'] });
  for (const step of steps) await expect(canvas.named(step)).toHaveAttribute('data-selected', 'true');
}

test('steps are grouped, named, coloured, moved and folded up together', async ({ page }) => {
  const canvas = await drawn(page, 'Grouped');
  const group = page.getByTestId('group');

  await test.step('Ctrl+G frames them and asks for a title', async () => {
    await chooseAll(canvas, 'Wait', 'Send email');
    await canvas.keys('Control+g');
    await page.keyboard.type('Warm up');
    await page.keyboard.press('Enter');
    await expect(group).toContainText('Warm up');
    await expect(group).toContainText('2 steps');
  });

  await test.step('dragging the title moves what is inside', async () => {
    const before = await canvas.named('Wait').boundingBox();
    const title = await page.locator('[data-frame-title] b').boundingBox();
    if (before === null || title === null) throw new Error('The group is not visible.');
    await page.mouse.move(title.x + 10, title.y + 8);
    await page.mouse.down();
    await page.mouse.move(title.x + 110, title.y + 18, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => Math.round(((await canvas.named('Wait').boundingBox())?.x ?? 0) - before.x)).toBeGreaterThan(60);
    await expect(page.getByRole('button', { name: 'Undo: move 2 steps' })).toBeVisible();
    await canvas.keys('Control+z');
  });

  await test.step('the menu paints it; folding up hides what is inside; Ctrl+Shift+G takes the frame away', async () => {
    await page.locator('[data-frame-title]').click({ button: 'right' });
    await page.getByRole('button', { name: 'Purple' }).click();
    await expect(group).toHaveAttribute('data-color', 'purple');
    await page.getByRole('button', { name: 'Fold up “Warm up”' }).click();
    await expect(canvas.named('Wait')).toBeHidden();
    await expect(page.locator('.react-flow__edge')).toHaveCount(3);
    await canvas.saved();
    await page.reload();
    await expect(canvas.named('Wait')).toBeHidden();
    await page.getByRole('button', { name: 'Open “Warm up”' }).click();
    await expect(canvas.named('Wait')).toBeVisible();
    await page.locator('[data-frame-title] b').click();
    await canvas.keys('Control+Shift+g');
    await expect(group).toHaveCount(0);
    await canvas.keys('Control+z');
    await expect(group).toHaveCount(1);
  });
});

test('notes speak Markdown and have a colour', async ({ page }) => {
  const canvas = await drawn(page, 'Noted');
  await canvas.keys('Shift+S');
  await page.getByRole('textbox', { name: 'Note' }).fill('# Why\n- three **days**\n- see [plan](https://example.com/plan)');
  await page.keyboard.press('Escape');
  const note = page.getByTestId('note');
  await expect(note.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(note.locator('strong')).toHaveText('days');
  await expect(note.getByRole('link', { name: 'plan' })).toHaveAttribute('href', 'https://example.com/plan');
  await note.click();
  await page.getByRole('button', { name: 'Blue' }).click();
  await expect(note).toHaveAttribute('data-color', 'blue');
  await expect(page.getByRole('button', { name: 'Undo: change a colour' })).toBeVisible();
});
