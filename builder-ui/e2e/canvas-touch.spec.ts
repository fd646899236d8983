import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { newJourney } from './support/canvas.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 1180, height: 820 } });

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the glass, as the browser's own input sees them. */
class Glass {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async down(...fingers: readonly Finger[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers.map((finger, id) => ({ ...finger, id })) });
  }

  async move(...fingers: readonly Finger[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers.map((finger, id) => ({ ...finger, id })) });
  }

  async up(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

/** Where the canvas is moved and how far it is zoomed. */
const viewOf = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((element) => {
    const { a: zoom, e: x, f: y } = new DOMMatrix(getComputedStyle(element).transform);
    return { zoom, x, y };
  });

test('one finger moves the canvas, two zoom it, and a long press opens the menu', async ({ page, context }) => {
  const canvas = await newJourney(page, 'Drawn by finger');
  await page.getByRole('button', { name: 'New lead' }).last().tap();
  await expect(canvas.named('New lead')).toBeVisible();
  const glass = new Glass(await context.newCDPSession(page));
  const pane = await page.locator('.react-flow').boundingBox();
  const step = await canvas.named('New lead').boundingBox();
  if (pane === null || step === null) throw new Error('There is no canvas.');
  const corner = { x: pane.x + 60, y: pane.y + pane.height - 200 };

  await test.step('one finger', async () => {
    const before = await viewOf(page);
    await glass.down(corner);
    for (let by = 10; by <= 80; by += 10) await glass.move({ x: corner.x + by, y: corner.y - by / 2 });
    await glass.up();
    const after = await viewOf(page);
    expect(after.x - before.x).toBeGreaterThan(50);
    expect(after.zoom).toBeCloseTo(before.zoom);
  });

  await test.step('two fingers', async () => {
    const before = await viewOf(page);
    await glass.down(corner, { x: corner.x + 80, y: corner.y });
    for (let by = 10; by <= 80; by += 10) await glass.move(corner, { x: corner.x + 80 + by, y: corner.y });
    await glass.up();
    expect((await viewOf(page)).zoom).toBeGreaterThan(before.zoom * 1.3);
  });

  await test.step('a long press', async () => {
    await page.getByRole('button', { name: /press to show everything/ }).tap();
    await page.waitForTimeout(400);
    const box = await canvas.named('New lead').boundingBox();
    if (box === null) throw new Error('The step is gone.');
    await glass.down({ x: box.x + 60, y: box.y + 20 });
    await page.waitForTimeout(700);
    await glass.up();
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Duplicate' }).tap();
    await expect(page.getByTestId('step')).toHaveCount(2);
  });
});
