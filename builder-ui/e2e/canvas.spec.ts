import { expect, type Page, test } from '@playwright/test';
import { Canvas, newJourney } from './support/canvas.ts';
import { readJourney, saveDraft } from './support/drafts.ts';

const stepCount = (page: Page) => page.getByTestId('step');

test('a journey is drawn by dropping, connecting, typing, and every edit can be taken back', async ({ page }) => {
  const canvas = await newJourney(page, 'Drawn by gestures');

  await test.step('drop onto the canvas, add at open ends, connect by dragging', async () => {
    await canvas.drop('entry-manual', { x: 400, y: 80 });
    await canvas.addAfter('Added by hand', 'send email');
    await canvas.addAfter('Send email', 'wait');
    await canvas.addAfter('Wait', 'score');
    await canvas.addAfter('Score gate', 'exit', 'high');
    await canvas.connect('Score gate', 'Exit', 'low');
    await expect(page.locator('.react-flow__edge')).toHaveCount(5);
  });

  await test.step('a step dropped onto a connection is put into it', async () => {
    await canvas.insert('tag', ['Wait', 'Score gate']);
    await expect(stepCount(page)).toHaveCount(6);
    await expect(page.locator('.react-flow__edge')).toHaveCount(6);
  });

  await test.step('undo and redo say what they do, and do it', async () => {
    await page.getByRole('button', { name: 'Undo: insert a step' }).click();
    await expect(stepCount(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Redo: insert a step' }).click();
    await expect(stepCount(page)).toHaveCount(6);
    await canvas.keys('Control+z');
    await expect(stepCount(page)).toHaveCount(5);
  });

  await test.step('forms say what the step means', async () => {
    await canvas.choose('Send email');
    await expect(canvas.named('Send email')).toHaveAttribute('data-severity', 'error');
    await canvas.pick('Email template', '感谢注册');
    await canvas.pick('Consent topic', 'nurture');
    await expect(canvas.named('Send email')).not.toHaveAttribute('data-severity', 'error');
    await canvas.choose('Wait');
    await page.getByLabel('How long').fill('2 天');
    await expect(page.getByTestId('sentence')).toHaveText('Waits 2 days');
  });

  await test.step('deleting closes the gap', async () => {
    await canvas.choose('Wait');
    await canvas.keys('Delete');
    await expect(stepCount(page)).toHaveCount(4);
    await expect(page.locator('.react-flow__edge')).toHaveCount(4);
    await canvas.keys('Control+z');
  });

  await test.step('copies travel over the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await canvas.choose('Send email');
    await canvas.keys('Control+c');
    await canvas.keys('Control+v');
    await expect(stepCount(page)).toHaveCount(6);
    await canvas.keys('Control+z');
  });

  await test.step('what is drawn is saved by itself and is there again after a reload', async () => {
    await canvas.saved();
    await page.reload();
    await expect(stepCount(page)).toHaveCount(5);
    await canvas.choose('Wait');
    await expect(page.getByTestId('sentence')).toHaveText('Waits 2 days');
  });
});

test('a journey is built, checked and published by the keyboard alone', async ({ page }) => {
  await newJourney(page, 'Drawn by keys');
  const { keyboard } = page;
  const add = async (typed: string) => {
    await keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Search steps' })).toBeFocused();
    await keyboard.type(typed);
    await keyboard.press('Enter');
  };
  for (let press = 0; press < 6; press += 1) {
    if (await page.locator('[data-canvas]').evaluate((canvas) => canvas === document.activeElement)) break;
    await keyboard.press('F6');
  }
  await add('added by hand');
  await add('send email');
  await add('exit');
  await expect(stepCount(page)).toHaveCount(3);

  await test.step('to the step with the problem, into its form, and back', async () => {
    await expect(new Canvas(page).named('Send email')).toHaveAttribute('data-severity', 'error');
    await keyboard.press(']');
    await expect(new Canvas(page).named('Send email')).toHaveAttribute('data-selected', 'true');
    await keyboard.press('Enter');
    const template = page.locator('[data-region="inspector"]').getByRole('combobox', { name: 'Email template' });
    for (let press = 0; press < 12 && !(await template.evaluate((field) => field === document.activeElement)); press += 1)
      await keyboard.press('Tab');
    await keyboard.type('感谢');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    // The link to the template stands between the two.
    const topic = page.locator('[data-region="inspector"]').getByRole('combobox', { name: 'Consent topic' });
    for (let press = 0; press < 4 && !(await topic.evaluate((field) => field === document.activeElement)); press += 1) await keyboard.press('Tab');
    await keyboard.type('nurture');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await expect(page.locator('[data-canvas]')).toBeFocused();
  });

  await keyboard.press('ArrowDown');
  await expect(new Canvas(page).named('Exit')).toHaveAttribute('data-selected', 'true');
  await keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: /Publish/ });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await keyboard.type('By keys');
  const publish = dialog.getByTestId('publish-submit');
  await expect(publish).toBeEnabled();
  for (let press = 0; press < 6 && !(await publish.evaluate((button) => button === document.activeElement)); press += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(dialog.getByTestId('published')).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByText('Live v1')).toBeVisible();
});

test('edits made without a network are kept and sent when it is back', async ({ page, context }) => {
  const canvas = await newJourney(page, 'Drawn offline');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();
  await context.setOffline(true);
  await canvas.addAfter('Added by hand', 'exit');
  await expect(page.getByText(/offline, \d+ changes? kept here/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('[data-save="saved"]')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(stepCount(page)).toHaveCount(2);
});

test('what a program saves meanwhile is told, and one chooses', async ({ page }) => {
  const canvas = await newJourney(page, 'Drawn by two');
  await canvas.drop('entry-manual', { x: 400, y: 80 });
  await canvas.saved();
  const { id, draft, draftRevision } = await readJourney(page);
  const exit = { id: 'theirs', kind: 'exit', version: 1, name: '', config: {}, position: { x: 700, y: 80 } };
  await saveDraft(page, { id, basedOn: draftRevision, document: { ...draft, nodes: [...draft.nodes, exit] } });

  await canvas.addAfter('Added by hand', 'wait');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.getByRole('button', { name: 'Load theirs' }).click();
  await expect(canvas.named('Exit')).toBeVisible();
  await expect(canvas.named('Wait')).toHaveCount(0);
});
