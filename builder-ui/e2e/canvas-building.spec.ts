import { expect, type Page, test } from '@playwright/test';
import { holds } from './support/accessible.ts';
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
  // The view glides there.
  await page.waitForTimeout(300);
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
    await holds(page, 'group');
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
    await holds(page, 'menu of a group');
    await page.getByRole('menuitemradio', { name: 'Purple' }).click();
    await expect(group).toHaveAttribute('data-color', 'purple');
    await page.getByRole('button', { name: 'Fold up “Warm up”' }).click();
    await expect(canvas.named('Wait')).toBeHidden();
    await expect(page.locator('.react-flow__edge')).toHaveCount(3);
    await holds(page, 'folded group');
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
  await holds(page, 'note');
  await page.getByRole('button', { name: 'Blue' }).click();
  await expect(note).toHaveAttribute('data-color', 'blue');
  await expect(page.getByRole('button', { name: 'Undo: change a colour' })).toBeVisible();
});

test('several chosen steps have a toolbar: disable, align, duplicate, extract to a journey of their own', async ({ page }) => {
  const canvas = await drawn(page, 'Extracted');
  await chooseAll(canvas, 'Wait', 'Send email');
  const toolbar = page.getByRole('toolbar', { name: '2 chosen' });
  await toolbar.getByRole('button', { name: 'Switch off or on' }).click();
  await expect(canvas.named('Wait')).toHaveAttribute('data-disabled', 'true');
  await expect(page.locator('.react-flow__edge-path[data-off="passed"]')).toHaveCount(3);
  await canvas.keys('Control+z');

  await toolbar.getByRole('button', { name: 'Align' }).click();
  await page.getByRole('menuitem', { name: 'Align beside each other' }).click();
  await expect(page.getByRole('button', { name: 'Undo: align 2 items' })).toBeVisible();
  await canvas.keys('Control+z');

  await canvas.keys('Alt+x');
  const dialog = page.getByRole('dialog', { name: 'Extract to a journey of its own' });
  await expect(dialog).toContainText('goes on at “Score gate”');
  await holds(page, 'extracting');
  await dialog.getByLabel('Name of the new journey').fill('Warm-up part');
  await dialog.getByRole('button', { name: 'Extract' }).click();
  await expect(dialog).toContainText('“Warm-up part” is a draft of its own now');
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(canvas.named('Warm-up part')).toContainText('Runs the journey “Warm-up part”');
  await expect(page.getByTestId('step')).toHaveCount(4);
  await canvas.keys('Control+z');
  await expect(page.getByTestId('step')).toHaveCount(5);

  await chooseAll(canvas, 'Added by hand', 'Wait');
  await canvas.keys('Alt+x');
  await expect(page.getByRole('alert')).toContainText('“Added by hand” is an entry');
});

test('a split in the middle offers its other ways; a split that goes asks beside it which way stays', async ({ page }) => {
  const canvas = await drawn(page, 'Split');
  await canvas.insert('if-else', ['Wait', 'Send email']);
  await page.getByRole('button', { name: 'Put it under “No”' }).click();
  await expect(page.getByRole('button', { name: 'Undo: move the rest to another way' })).toBeVisible();
  await expect((await canvas.openEnd('If / else', 'yes')).getByRole('button')).toBeVisible();

  await canvas.addAfter('If / else', 'tag', 'yes');
  await canvas.choose('If / else');
  await canvas.keys('Delete');
  const question = page.getByRole('dialog', { name: 'Which way stays?' });
  await expect(question.getByRole('button').first()).toBeFocused();
  await holds(page, 'which way stays');
  await expect(question.getByRole('button').first()).toContainText('“No”');
  await page.keyboard.press('Escape');
  await expect(canvas.named('If / else')).toBeVisible();
  await canvas.keys('Delete');
  await page.keyboard.press('Enter');
  await expect(canvas.named('If / else')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo: delete 1 step' })).toBeVisible();
});

test('the keyboard reaches the plus of a connection, and the list of commands holds every key', async ({ page }) => {
  const canvas = await drawn(page, 'By keys');
  await canvas.choose('Wait');
  await canvas.keys('i');
  await expect(page.getByRole('button', { name: 'Insert a step here' }).and(page.locator(':focus'))).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('tag');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('step')).toHaveCount(6);
  await canvas.choose('Score gate');
  await canvas.keys('i');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /Add a step after “low”/i })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-canvas]')).toBeFocused();
  await canvas.keys('Control+k');
  const commands = page.getByRole('listbox', { name: 'All commands' });
  for (const name of [
    'Group what is chosen',
    'Ungroup',
    'Extract to a journey of its own',
    'Tidy',
    'Ruler of days on or off',
    'Replace by another type',
  ])
    await expect(commands.getByRole('option', { name })).toHaveCount(1);
});

test('menus of a connection; the hand and the arrow; the ruler of days', async ({ page }) => {
  const canvas = await drawn(page, 'Menus');
  await canvas.keys('t');
  await expect(page.getByTestId('ruler')).toContainText('day 0');
  await expect(page.getByTestId('ruler')).toContainText('day 1');

  const [above, below] = [await canvas.named('Wait').boundingBox(), await canvas.named('Send email').boundingBox()];
  if (above === null || below === null) throw new Error('The steps are not visible.');
  await page.mouse.click(above.x + above.width / 2, (above.y + above.height + below.y) / 2 - 12, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove the connection' }).click();
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  await canvas.keys('Control+z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);

  const drag = async (how: { readonly shift: boolean }) => {
    if (how.shift) await page.keyboard.down('Shift');
    await page.mouse.move(above.x - 120, above.y - 20);
    await page.mouse.down();
    await page.mouse.move(above.x + 60, above.y + 60, { steps: 8 });
    await page.mouse.up();
    if (how.shift) await page.keyboard.up('Shift');
  };
  await canvas.keys('Escape', 'Escape', 'h');
  await drag({ shift: false });
  const moved = await canvas.named('Wait').boundingBox();
  expect((moved?.x ?? 0) - above.x).toBeGreaterThan(150);
  await canvas.keys('h', '1');
  await page.waitForTimeout(300);
  await page.keyboard.down('Space');
  await drag({ shift: false });
  await page.keyboard.up('Space');
  expect(((await canvas.named('Wait').boundingBox())?.x ?? 0) - above.x).toBeGreaterThan(150);
  await canvas.keys('1');
  await page.waitForTimeout(300);
  await drag({ shift: false });
  await expect(canvas.named('Wait')).toHaveAttribute('data-selected', 'true');
});

test('what is pasted from elsewhere names what is missing here, and is mapped in one go', async ({ page }) => {
  const canvas = await drawn(page, 'Pasted');
  const fragment = {
    format: 'tendril.fragment',
    schemaVersion: 1,
    nodes: [
      {
        ...{ id: 'mail', kind: 'send-email', version: 1, name: 'From elsewhere', position: { x: 0, y: 0 } },
        config: { template: 'their-welcome', topic: 'nurture' },
      },
    ],
    edges: [],
    notes: [],
  };
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(fragment));
  await page.mouse.move(700, 300);
  await canvas.keys('Control+v');
  await expect(canvas.named('From elsewhere')).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Map to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace names that do not exist here' });
  await holds(page, 'mapping names');
  await dialog.getByLabel('Email template “their-welcome”').click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Replace 1 name' }).click();
  await expect(canvas.named('From elsewhere')).not.toHaveAttribute('data-severity', 'error');
});
