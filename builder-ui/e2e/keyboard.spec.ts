import { expect, type Locator, type Page, test } from '@playwright/test';
import { logInAs } from './support/tendril.ts';

/** Somebody who has no mouse. Everything goes through the keyboard; the page is only looked at. */
class Typist {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses a key until something has the focus. */
  async until(target: Locator, key: string, most = 40): Promise<void> {
    for (let press = 0; press < most; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    await expect(target).toBeFocused();
  }

  /** Adds a step after the chosen one. `nth` of the offers is taken. */
  async add(typed: string, nth = 0): Promise<void> {
    await this.press('Tab');
    await expect(this.page.getByRole('combobox', { name: 'Search steps' })).toBeFocused();
    await this.page.keyboard.type(typed);
    for (let down = 0; down < nth; down += 1) await this.press('ArrowDown');
    await this.press('Enter');
  }

  /** Goes into the form of the chosen step, to a field by its label. */
  async field(label: string): Promise<void> {
    await this.press('Enter');
    await this.until(this.page.locator('[data-region="inspector"]').getByLabel(label, { exact: true }).first(), 'Tab');
  }

  async pick(label: string, typed: string): Promise<void> {
    await this.field(label);
    await this.page.keyboard.type(typed);
    await this.press('ArrowDown', 'Enter', 'Escape');
  }

  async type(label: string, typed: string): Promise<void> {
    await this.field(label);
    await this.press('Control+a');
    await this.page.keyboard.type(typed);
    await this.press('Tab', 'Escape');
  }
}

const chosen = (page: Page) => page.locator('[data-testid="step"][data-selected="true"] b');

async function emptyJourney(page: Page, name: string): Promise<Typist> {
  await logInAs(page, 'marketer');
  await page.goto('/journeys');
  const typist = new Typist(page);
  await typist.until(page.getByRole('button', { name: 'New journey' }).first(), 'Tab');
  await typist.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type(name);
  await typist.press('Enter');
  await expect(page.getByText('Begin with an entry')).toBeVisible();
  await typist.until(page.locator('[data-canvas]'), 'F6', 8);
  return typist;
}

async function publish(typist: Typist, note: string): Promise<void> {
  const { page } = typist;
  await typist.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: /Publish/ });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type(note);
  const submit = dialog.getByTestId('publish-submit');
  await expect(submit).toBeEnabled();
  await typist.until(submit, 'Tab');
  await typist.press('Enter');
  await expect(dialog.getByTestId('published')).toBeVisible();
}

test('the reference SOP is drawn, filled in and published by the keyboard alone', async ({ page }) => {
  const typist = await emptyJourney(page, 'By keys alone');

  await test.step('enter, email, wait three days', async () => {
    await typist.add('added by hand');
    await typist.add('send email');
    await typist.pick('Email template', '感谢');
    await typist.pick('Consent topic', 'nurture');
    await typist.add('wait');
    await typist.type('How long', '3 days');
    await expect(page.getByTestId('sentence')).toHaveText('Waits 3 days');
  });

  await test.step('score gate; those who pass get an email, wait two days and get a WeCom message', async () => {
    await typist.add('score gate');
    await typist.add('send email');
    await typist.pick('Email template', '感谢');
    await typist.pick('Consent topic', 'nurture');
    await typist.add('wait');
    await typist.type('How long', '2 days');
    await typist.add('send wecom');
    await typist.pick('WeCom template', '企业微信');
    await typist.pick('Consent topic', 'nurture');
  });

  await test.step('hand over to an SDR; every answer ends in the same exit', async () => {
    await typist.add('hand');
    await typist.add('exit');
    await expect(chosen(page)).toHaveText('Exit');
    await typist.press('ArrowUp');
    const ends = page.locator('[data-open-end]');
    // The exit is drawn already: further ways go on there, until only the other ways of earlier steps are open.
    const sdr = (await page.locator('[data-testid="step"][data-selected="true"]').getAttribute('id'))?.replace('step-', '') ?? '';
    for (let left = await page.locator(`[data-open-end="${sdr}"]`).count(); left > 0; left -= 1) await typist.add('exit', 1);
    await expect(page.locator(`[data-open-end="${sdr}"]`)).toHaveCount(0);
    await typist.press('ArrowUp');
    await typist.add('exit', 1);
    for (let up = 0; up < 3; up += 1) await typist.press('ArrowUp');
    await expect(chosen(page)).toHaveText('Score gate');
    await typist.add('exit', 1);
    await expect(ends).toHaveCount(0);
    await expect(page.getByTestId('announcer')).toHaveText(/Score gate|connect/);
  });

  await test.step('nothing is left to mend, and it goes live', async () => {
    await expect(page.locator('[data-testid="step"][data-severity="error"]')).toHaveCount(0);
    await publish(typist, 'Drawn without a mouse');
    await typist.press('Enter');
    await expect(page.getByText('Live v1')).toBeVisible();
  });
});

test('a journey is edited in the outline: added, named, moved, branched, undone', async ({ page }) => {
  const typist = await emptyJourney(page, 'As a list');
  await typist.press('o');
  const tree = page.getByRole('tree', { name: 'Journey as a list' });
  await expect(tree).toBeVisible();
  await typist.until(tree, 'F6', 8);
  const lines = tree.locator('[data-outline-step] > b');

  await typist.add('added by hand');
  await expect(tree.locator('[data-outline-step]')).toBeFocused();
  await typist.add('wait');
  await typist.add('tag');
  await expect(lines).toHaveText(['Added by hand', 'Wait', 'Tag']);

  await test.step('moved along its line, and taken back', async () => {
    await typist.press('Alt+ArrowUp');
    await expect(lines).toHaveText(['Added by hand', 'Tag', 'Wait']);
    await expect(tree.locator(':focus')).toContainText('Tag');
    await typist.press('Control+z');
    await expect(lines).toHaveText(['Added by hand', 'Wait', 'Tag']);
    await expect(page.getByTestId('announcer')).toHaveText('Undone: move 1 step');
  });

  await test.step('named in place', async () => {
    await typist.press('F2');
    await page.keyboard.type('Mark as warm');
    await typist.press('Enter');
    await expect(lines.last()).toHaveText('Mark as warm');
  });

  await test.step('branches: each way says what comes next, and folds away', async () => {
    await typist.until(tree.locator('[data-outline-step]', { hasText: 'Mark as warm' }), 'ArrowDown', 6);
    await typist.add('if / else');
    await typist.press('ArrowDown');
    await expect(tree.locator('[data-outline-way]:focus')).toContainText('Yes');
    await typist.add('exit');
    await expect(tree.locator('[data-outline-step]:focus')).toContainText('Exit');
    await typist.press('ArrowDown');
    await expect(tree.locator('[data-outline-way]:focus')).toContainText('leads nowhere yet');
    await typist.add('exit', 1);
    await expect(tree.getByText('goes on at Exit')).toBeVisible();
    await typist.until(tree.locator('[aria-expanded]'), 'ArrowUp', 8);
    await typist.press('ArrowLeft');
    await expect(tree.locator('[data-outline-way]')).toHaveCount(0);
    await typist.press('ArrowRight');
    await expect(tree.locator('[data-outline-way]')).toHaveCount(2);
  });

  await test.step('a line deleted leaves the keyboard on its neighbour', async () => {
    await typist.until(tree.locator('[data-outline-step]', { hasText: /^Wait/ }), 'ArrowUp', 8);
    await typist.press('Delete');
    await expect(lines).toHaveText(['Added by hand', 'Mark as warm', 'If / else', 'Exit']);
    await expect(tree.locator('[data-outline-row]:focus')).toHaveCount(1);
  });
});
