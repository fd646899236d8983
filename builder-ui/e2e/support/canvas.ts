import { expect, type Locator, type Page } from '@playwright/test';
import { logInAs } from './tendril.ts';

/** Makes an empty journey as a marketer and opens it. */
export async function newJourney(page: Page, name: string): Promise<Canvas> {
  await logInAs(page, 'marketer');
  await page.goto('/journeys');
  await page.getByRole('button', { name: 'New journey' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Begin with an entry')).toBeVisible({ timeout: 30_000 });
  return new Canvas(page);
}

/** The canvas in gestures. */
export class Canvas {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A step by the name it shows. */
  step(name: string | RegExp): Locator {
    return this.page.getByTestId('step').filter({ hasText: name });
  }

  /** Drags a step type from the palette and lets it go at a place of the canvas, in pixels from its top left corner. */
  async drop(kind: string, at: { x: number; y: number }): Promise<void> {
    const pane = await this.page.locator('.react-flow').boundingBox();
    if (pane === null) throw new Error('There is no canvas.');
    const source = this.page.locator(`[data-region="palette"] [data-kind="${kind}"]`);
    await source.scrollIntoViewIfNeeded();
    const box = await source.boundingBox();
    if (box === null) throw new Error(`The palette has no ${kind}.`);
    await this.page.mouse.move(box.x + 20, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(pane.x + at.x - 5, pane.y + at.y - 5, { steps: 6 });
    await this.page.mouse.move(pane.x + at.x, pane.y + at.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Presses a step type in the palette: the step comes after the chosen one, connected. */
  async press(kind: string): Promise<void> {
    const source = this.page.locator(`[data-region="palette"] [data-kind="${kind}"]`);
    await source.scrollIntoViewIfNeeded();
    await source.click();
  }

  /** A step whose name is exactly this. */
  named(name: string): Locator {
    return this.page.getByTestId('step').filter({ has: this.page.locator('b', { hasText: new RegExp(`^${name}$`) }) });
  }

  /** The end of a way out that leads nowhere yet. */
  async openEnd(step: string, port?: string): Promise<Locator> {
    const id = ((await this.named(step).getAttribute('id')) ?? '').replace(/^step-/, '');
    const of = port === undefined ? '' : `[data-port="${port}"]`;
    return this.page.locator(`[data-open-end="${id}"]${of}`).first();
  }

  /** Presses the `+` of a way out, types and takes the first step type that fits. */
  async addAfter(step: string, typed: string, port?: string): Promise<void> {
    await (await this.openEnd(step, port)).getByRole('button').click();
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
  }

  /** Drags a step type onto the connection between two steps. */
  async insert(kind: string, [above, below]: readonly [string, string]): Promise<void> {
    const pane = await this.page.locator('.react-flow').boundingBox();
    const [from, to] = await Promise.all([this.named(above).boundingBox(), this.named(below).boundingBox()]);
    if (pane === null || from === null || to === null) throw new Error(`Not all visible: ${above}, ${below}.`);
    await this.drop(kind, { x: to.x + to.width / 2 - pane.x, y: to.y - 8 - pane.y });
  }

  /** Drags from a way out onto another step. */
  async connect(from: string, to: string, port?: string): Promise<void> {
    const [end, target] = await Promise.all([(await this.openEnd(from, port)).boundingBox(), this.named(to).boundingBox()]);
    if (end === null || target === null) throw new Error(`Not both visible: ${from}, ${to}.`);
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 12 });
    await this.page.mouse.move(target.x + target.width / 2, target.y + 3, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Chooses a step, so that its form stands on the right. */
  async choose(step: string): Promise<void> {
    await this.named(step).click();
    await expect(this.named(step)).toHaveAttribute('data-selected', 'true');
  }

  /** Chooses from a list of the chosen step's form. */
  async pick(label: string, option: string | RegExp): Promise<void> {
    await this.page.locator('[data-region="inspector"]').getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Presses keys while the canvas has the keyboard. */
  async keys(...combinations: readonly string[]): Promise<void> {
    await this.page.locator('[data-canvas]').focus();
    for (const combination of combinations) await this.page.keyboard.press(combination);
  }

  /** Waits until the drawing is stored. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save="saved"]')).toBeVisible({ timeout: 20_000 });
  }

  /** Opens the dialog that publishes. */
  async openPublishing(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = this.page.getByRole('dialog', { name: /Publish/ });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Publishes with a note; there is no question about leads in an empty workspace. */
  async publish(note: string): Promise<void> {
    const dialog = await this.openPublishing();
    await dialog.getByLabel('What changed, and why').fill(note);
    await dialog.getByRole('button', { name: /Publish version/ }).click();
    await expect(dialog.getByTestId('published')).toBeVisible();
    await dialog.getByRole('button', { name: 'Watch it' }).click();
  }
}
