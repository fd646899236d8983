import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { withScratchTendril } from '@tendril/launcher/scratch-tendril';
import { longJourney } from './long-journey.ts';

/** How the canvas bears a long journey, in a real browser. */
export interface CanvasTimes {
  readonly steps: number;
  readonly ways: number;
  /** From asking for the page until its steps are painted and the page is at rest, median. */
  readonly openMs: number;
  /** Frames painted per second while a step is dragged for a second, median. */
  readonly framesPerSecond: number;
  /** 95 % of the frames of that drag came within so many ms. */
  readonly slowFrameMs: number;
  /** From pressing undo until the earlier drawing is painted, median. */
  readonly undoMs: number;
}

const STEPS = 500;
const ROUNDS = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The long journey in rows of ten, as somebody with a wide screen would lay it. */
function wideJourney() {
  const journey = longJourney(STEPS);
  const nodes = journey.nodes.map((node, index) => ({ ...node, position: { x: (index % 10) * 290, y: Math.floor(index / 10) * 190 } }));
  return { ...journey, nodes };
}

/** Opens a whole Tendril with a journey of 500 steps in Chromium, and works on it. */
export async function measureCanvas(): Promise<CanvasTimes> {
  const scratch = join(tmpdir(), `tendril-canvas-${process.pid}`);
  try {
    return await withScratchTendril(scratch, async ({ appUrl, demo }, executablePath) => {
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      try {
        return await work(
          browser,
          appUrl,
          demo.logins.find(({ role }) => role === 'marketer'),
        );
      } finally {
        await browser.close();
      }
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function work(
  browser: Browser,
  appUrl: string,
  login: { readonly email: string; readonly password: string } | undefined,
): Promise<CanvasTimes> {
  if (login === undefined) throw new Error('The demo has no marketer.');
  const page = await browser.newPage({ baseURL: appUrl, viewport: { width: 1440, height: 960 }, locale: 'en' });
  await page.goto('/login');
  await page.getByLabel('Email').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => !url.pathname.includes('login'));

  const document = wideJourney();
  const created = await page.request.post('/trpc/journeys.create', { headers: { origin: appUrl }, data: { name: `${STEPS} steps`, document } });
  const { result } = (await created.json()) as { result: { data: { id: string } } };
  const opened: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) opened.push(await open(page, `/journeys/${result.data.id}`));

  const frames: number[][] = [];
  const undone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    frames.push(await drag(page));
    undone.push(await undo(page));
  }
  return {
    steps: document.nodes.length,
    ways: document.edges.length,
    openMs: rounded(median(opened)),
    framesPerSecond: rounded(median(frames.map((times) => (1000 * times.length) / times.reduce((sum, time) => sum + time, 0)))),
    slowFrameMs: rounded(median(frames.map((times) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN))),
    undoMs: rounded(median(undone)),
  };
}

/** Asks for the page anew and waits until its steps are there and nothing keeps the page busy any more. */
async function open(page: Page, path: string): Promise<number> {
  await page.goto('/journeys');
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('[data-testid="step"]').first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve(performance.now())));
      }),
  );
}

/** Drags a step to and fro for a second and answers how long each frame took, in ms. */
async function drag(page: Page): Promise<number[]> {
  const box = await page.locator('[data-testid="step"]').nth(4).boundingBox();
  if (box === null) throw new Error('No step is in view.');
  const start = { x: box.x + box.width / 2, y: box.y + 14 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y + 10);
  const times = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const took: number[] = [];
        const began = performance.now();
        let last = began;
        const next = (): void => {
          const now = performance.now();
          took.push(now - last);
          last = now;
          if (now - began < 1000) requestAnimationFrame(next);
          else resolve(took.slice(1));
        };
        requestAnimationFrame(next);
      }),
  );
  let still = true;
  void times.finally(() => {
    still = false;
  });
  for (let move = 0; still; move += 1) await page.mouse.move(start.x + 60 * Math.sin(move / 8), start.y + 40 * Math.cos(move / 8));
  await page.mouse.up();
  return times;
}

/** Takes the drag back by its key and waits for the frame that shows it. */
async function undo(page: Page): Promise<number> {
  await page.locator('[data-canvas]').focus();
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }),
        );
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - began);
          port2.postMessage(null);
        });
      }),
  );
  await page.getByRole('button', { name: /^Redo: move/ }).waitFor();
  return took;
}
