import { expect, type Page, test } from '@playwright/test';
import { Canvas } from './support/canvas.ts';
import { archiveOthers, demoFile, logInAs, mailsFor, outside, segmentClient, sendDemoEvents } from './support/tendril.ts';

/** The first lead of the demo file; it has a phone, so it is on WeCom. */
const LEAD = { name: '宋伟', email: 'u850000@cn116.example' };

test.describe.configure({ mode: 'serial' });

test('a newcomer draws, publishes, imports, watches, and the SDR concludes', async ({ page, request, context }) => {
  test.setTimeout(300_000);
  const canvas = new Canvas(page);

  await test.step('the marketer opens the journey, and a mistake shows on its step', async () => {
    await logInAs(page, 'marketer');
    await archiveOthers(page, /Pre-nurture SOP/);
    await page.goto('/journeys');
    await page.getByRole('link', { name: /Pre-nurture SOP/ }).click();
    await expect(canvas.step('感谢注册')).toBeVisible();
    await expect(page.getByText(/demo clock: 1 day = 10/)).toBeVisible();

    await canvas.drop('send-email', { x: 120, y: 500 });
    const unfinished = page.getByRole('article', { name: /^Send email\. / });
    await expect(unfinished).toHaveAttribute('data-severity', 'error');
    const dialog = await canvas.openPublishing();
    await expect(dialog.getByText(/keeps? this from being published/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('Escape');
    await page.locator('.react-flow__pane').click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('Control+z');
    await expect(unfinished).toHaveCount(0);
  });

  await test.step('published, it is live', async () => {
    await canvas.publish('First version');
    await expect(page.getByText('Live v1')).toBeVisible();
  });

  await test.step('the file is imported with preview, mapping and a report', async () => {
    await page.goto('/imports');
    await page.getByLabel('Choose a file').setInputFiles(demoFile('leads.csv'));
    await expect(page.getByRole('table', { name: 'Which column is what' })).toContainText('公司全称');
    await page.getByText('Yes, they agreed').click();
    await page.getByRole('button', { name: /^Import \d+ lines/ }).click();
    await expect(page.getByText(/[1-9]\d* of 652 lines/)).toBeVisible({ timeout: 30_000 });

    const client = segmentClient();
    await expect.poll(() => mailsFor(request, LEAD.email), { timeout: 60_000 }).toHaveLength(1);
    client.page({ userId: LEAD.email, name: '价格', properties: { path: '/pricing' } });
    client.track({ userId: LEAD.email, event: 'Price Requested', properties: { campaign: '华东展会' } });
    await sendDemoEvents(client, 1_000);
    await client.closeAndFlush();

    await expect(page.getByText('Download as CSV')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText(/will run as a formula|would run as a formula/).first()).toBeVisible();
  });

  await test.step('the second mail arrives a demo day later', async () => {
    await expect.poll(async () => (await mailsFor(request, LEAD.email)).length, { timeout: 90_000 }).toBe(2);
  });

  await test.step('the WeCom message waits for the colleague and arrives once it is confirmed', async () => {
    const phones = await context.newPage();
    await phones.goto(outside.phones());
    await confirmFor(phones, LEAD.name);
    await phones.close();
  });

  await test.step('the numbers on the canvas move', async () => {
    await page.goto('/journeys');
    await page.getByRole('link', { name: /Pre-nurture SOP/ }).click();
    await expect(canvas.step('新线索进入')).toContainText(/[1-9][\d,]* in/);
    await expect(canvas.step('转交 SDR')).toContainText(/[1-9][\d,]* here/, { timeout: 60_000 });
  });

  await test.step('the SDR sees why, accepts and concludes', async () => {
    await logInAs(page, 'sdr');
    await page.goto('/desk');
    await page
      .getByRole('link', { name: new RegExp(LEAD.name) })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: new RegExp(LEAD.name) })).toBeVisible();
    await expect(page.getByText('Why now')).toBeVisible();
    await expect(page.getByText(/Intent to buy: high/).first()).toBeVisible();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await expect(page.getByText(/waits for your disposition/)).toBeVisible();
    await page.getByRole('button', { name: /^Qualified/ }).click();
    await expect(page.getByText(/^Qualified: /)).toBeVisible();
  });

  await test.step('the journey of that lead goes on accordingly, and its trail tells every step', async () => {
    await logInAs(page, 'marketer');
    await page.goto('/leads');
    await page.getByLabel('Search').fill(LEAD.email);
    await page
      .getByRole('link', { name: new RegExp(LEAD.name) })
      .first()
      .click();
    await expect(page.getByText('Sales', { exact: true }).first()).toBeVisible();
    const trail = page.getByLabel('Every step, first to last');
    for (const said of [/was sent/, /Has waited 1 day/, /Passes as “high”/, /was delivered/, /SDR disposition: qualified/i])
      await expect(trail.getByText(said).first()).toBeVisible();
  });
});

/** Looks at each colleague's phone until the one that has the lead's message is found, and presses send. */
async function confirmFor(phones: Page, name: string): Promise<void> {
  await expect(async () => {
    for (const colleague of ['张三', '李四', '王五']) {
      await phones.getByRole('tab', { name: new RegExp(colleague) }).click();
      const card = phones.getByRole('article').filter({ hasText: `${name}，` });
      if ((await card.count()) === 0) continue;
      await card.getByRole('button', { name: /^(Send|发送)/ }).click();
      await expect(card).toContainText(/Sent|已发送/);
      return;
    }
    throw new Error(`No phone has a message for ${name} yet.`);
  }).toPass({ timeout: 90_000 });
}
