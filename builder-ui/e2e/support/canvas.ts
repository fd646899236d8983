import { expect, type Locator, type Page } from '@playwright/test';

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
