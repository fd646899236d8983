import { expect, type Locator, type Page, test } from '@playwright/test';
import { Canvas } from './support/canvas.ts';
import { logInAs } from './support/tendril.ts';

const headers = () => ({ origin: process.env['TENDRIL_URL'] ?? '' });

const post = async (page: Page, path: string, data: unknown): Promise<unknown> => {
  const answer = await page.request.post(`/trpc/${path}`, { headers: headers(), data: data as object });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()).result.data;
};

/** Draws and publishes a journey whose leads wait, and lets one in by hand. @returns its id */
async function liveJourney(page: Page, canvas: Canvas, name: string): Promise<string> {
  await page.goto('/journeys');
  await page.getByRole('button', { name: 'New journey' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New journey' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByText('An empty canvas').click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await canvas.drop('entry-manual', { x: 420, y: 90 });
  await canvas.press('wait');
  await setWait(page, '300 days');
  await canvas.press('exit');
  await canvas.publish('First');
  const id = /journeys\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  const lead = (await post(page, 'leads.create', { name: `${name} lead`, email: `${id}@example.com`, consentEmail: false })) as { id: string };
  await post(page, 'journeys.enrol', { id, leadIds: [lead.id] });
  await expect(canvas.named('Wait')).toContainText(/1 here/, { timeout: 30_000 });
  return id;
}

async function setWait(page: Page, length: string): Promise<void> {
  const field = page.locator('[data-region="inspector"]').getByLabel('How long');
  await field.fill(length);
  await field.press('Enter');
}

async function redraw(page: Page, canvas: Canvas, length: string): Promise<void> {
  await canvas.choose('Wait');
  await setWait(page, length);
  await canvas.saved();
}

const choose = async (dialog: Locator, list: string | RegExp, option: string): Promise<void> => {
  await dialog.getByRole('combobox', { name: list }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
};

test('the plan names who is concerned, a version is tried on a share, scheduled and called off', async ({ page }) => {
  const canvas = new Canvas(page);
  await logInAs(page, 'marketer');
  await liveJourney(page, canvas, 'Planned');

  await test.step('the lead that waits goes over as chosen', async () => {
    await redraw(page, canvas, '200 days');
    const dialog = await canvas.openPublishing();
    const row = dialog.getByTestId('publish-plan').getByRole('row', { name: /^Wait/ });
    await expect(row).toContainText('waits differently');
    await expect(row).toContainText('v1: 1');
    await expect(row).toContainText('They go through to the end by the version they have.');
    await choose(dialog, /leads at Wait/, 'Go over now, keep the end of the wait');
    await expect(row).toContainText('their wait ends when it would have ended');
    await dialog.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(dialog.getByTestId('published')).toContainText('One lead went over to version 2.', { timeout: 20_000 });
    await dialog.getByRole('button', { name: 'Watch it' }).click();
  });

  await test.step('a share of the leads that come in tries the next version; then it goes to all', async () => {
    await redraw(page, canvas, '100 days');
    const dialog = await canvas.openPublishing();
    await dialog.getByLabel('For a share of the leads that come in first').check();
    await choose(dialog, 'Share of the leads', '20 %');
    await dialog.getByRole('button', { name: 'Try version 3 on 20 %' }).click();
    await expect(dialog.getByTestId('published')).toContainText('Version 3 is on trial.');
    await dialog.getByRole('button', { name: 'Watch it' }).click();
    await expect(page.getByText('Live v2')).toBeVisible();
    await page.getByTestId('trial-chip').click();
    const card = page.getByTestId('trial');
    await expect(card).toContainText('20 % of the leads that come in go through version 3');
    await expect(card.getByRole('row', { name: /Leads that came in/ })).toContainText('0');
    await card.getByTestId('to-all').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go to all' }).click();
    await expect(page.getByText('Live v3')).toBeVisible();
    await expect(card).toHaveCount(0);
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
  });

  await test.step('what is scheduled shows in the header and can be called off', async () => {
    await redraw(page, canvas, '90 days');
    const dialog = await canvas.openPublishing();
    await dialog.getByLabel('At a time').check();
    await dialog.getByRole('button', { name: 'Schedule version 4' }).click();
    await expect(dialog.getByTestId('published')).toContainText('It goes live at its time.');
    await dialog.getByRole('button', { name: 'Watch it' }).click();
    await page.getByTestId('publication-chip').click();
    await expect(page.getByTestId('publication')).toContainText('Exactly this drawing goes live');
    await page.getByTestId('call-off').click();
    await expect(page.getByTestId('publication')).toHaveCount(0);
  });

  await test.step('any two versions are compared in sentences', async () => {
    await page.getByRole('button', { name: /^Version 1/ }).click();
    await page.getByRole('combobox', { name: 'Compared with' }).click();
    await page.getByRole('option', { name: 'Version 2', exact: true }).click();
    await expect(page.getByTestId('changes')).toContainText('300 days → 200 days');
  });
});

test('where the workspace asks for it, a second person agrees', async ({ page }) => {
  const canvas = new Canvas(page);
  await logInAs(page, 'marketer');
  const id = await liveJourney(page, canvas, 'Agreed');
  await logInAs(page, 'admin');
  await page.goto('/settings?section=publishing');
  await page.getByLabel('Publishing needs a second person').check();
  try {
    await logInAs(page, 'marketer');
    await page.goto(`/journeys/${id}`);
    await redraw(page, canvas, '200 days');
    const dialog = await canvas.openPublishing();
    await dialog.getByLabel('What changed, and why').fill('A shorter wait');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(dialog.getByTestId('published')).toContainText('It goes live when a second person agrees.');
    await dialog.getByRole('button', { name: 'Watch it' }).click();
    await expect(page.getByTestId('publication-chip')).toHaveText('Approval pending');

    await logInAs(page, 'admin');
    await page.goto('/journeys');
    await expect(page.getByTestId('publishing-news')).toContainText('“Agreed” asks for your approval');
    await page.goto(`/journeys/${id}`);
    await expect(page.getByTestId('publication-chip')).toHaveText('Approve?');
    await page.getByTestId('publication-chip').click();
    await expect(page.getByTestId('changes')).toContainText('300 days → 200 days');
    await page.getByLabel('Your note').fill('Fine');
    await page.getByTestId('approve').click();
    await expect(page.getByText('Live v2')).toBeVisible();
    await expect(page.getByTestId('publication-chip')).toHaveCount(0);
  } finally {
    await post(page, 'publishing.setApproval', { needed: false });
  }
});
