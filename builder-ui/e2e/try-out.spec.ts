import { expect, type Page, test } from '@playwright/test';
import { type Canvas, newJourney } from './support/canvas.ts';
import { logInAs, mailsFor } from './support/tendril.ts';

const headers = () => ({ origin: process.env['TENDRIL_URL'] ?? '' });

/** Calls the API as the person who is logged in, for what the test is not about. */
async function call<Answer>(page: Page, door: string, data: unknown): Promise<Answer> {
  const answer = await page.request.post(`/trpc/${door}`, { headers: headers(), data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data as Answer;
}

const newLead = (page: Page, name: string, email: string) =>
  call<{ id: string }>(page, 'leads.create', { name, email, title: 'CTO', consentEmail: true });

/** Added by hand → a mail → waits two days → a gate by the score → two exits. */
async function drawNurture(page: Page, name: string): Promise<Canvas> {
  const canvas = await newJourney(page, name);
  await canvas.drop('entry-manual', { x: 420, y: 70 });
  await canvas.addAfter('Added by hand', 'send email');
  await canvas.addAfter('Send email', 'wait');
  await canvas.addAfter('Wait', 'score');
  await canvas.addAfter('Score gate', 'exit', 'high');
  await canvas.connect('Score gate', 'Exit', 'low');
  await canvas.choose('Send email');
  await canvas.pick('Email template', '感谢注册');
  await canvas.pick('Consent topic', 'nurture');
  await canvas.choose('Wait');
  await page.getByLabel('How long').fill('2 days');
  return canvas;
}

test('a message is looked at with a real lead and sent as a test, and nobody counts it', async ({ page, request }) => {
  const canvas = await drawNurture(page, 'Message to try');
  await newLead(page, 'Anna Tester', 'anna.tester@cn001.example');
  await canvas.choose('Send email');
  const inspector = page.locator('[data-region="inspector"]');

  await test.step('the preview takes a real lead’s values', async () => {
    await expect(inspector.locator('iframe')).toHaveAttribute('srcdoc', /王小明|Alex Example/);
    await inspector.getByRole('combobox', { name: 'Whose values are filled in' }).fill('Anna Tester');
    await page.getByRole('option', { name: /Anna Tester/ }).click();
    await expect(inspector.locator('iframe')).toHaveAttribute('srcdoc', /Anna Tester/);
  });

  await test.step('a test to a typed address goes out, and its result stands beside the button', async () => {
    const before = await (await page.request.get('/trpc/messages.list?input=%7B%22limit%22%3A1%7D', { headers: headers() })).json();
    const form = inspector.getByTestId('test-send');
    await form.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'An address that I type…' }).click();
    await form.getByLabel('Email address').fill('reader@cn001.example');
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByTestId('test-result')).toHaveText('The mail server took it for reader@cn001.example.', { timeout: 30_000 });
    await expect(async () => {
      const subjects = await mailsFor(request, 'reader@cn001.example');
      expect(subjects.filter((subject) => subject.startsWith('[Test] '))).toHaveLength(1);
    }).toPass();
    const after = await (await page.request.get('/trpc/messages.list?input=%7B%22limit%22%3A1%7D', { headers: headers() })).json();
    expect(after.result.data.total).toBe(before.result.data.total);
  });

  await test.step('what cannot be sent says why', async () => {
    const form = inspector.getByTestId('test-send');
    await form.getByLabel('Email address').fill('two@cn001.example,three@cn001.example');
    await form.locator('input[type="email"]').evaluate((input: HTMLInputElement) => input.setAttribute('type', 'text'));
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByTestId('test-result')).toContainText('is not a valid email address');
  });
});

test('the time machine goes through days by keyboard, takes changes at a moment, and keeps tests', async ({ page }) => {
  const canvas = await drawNurture(page, 'Time to try');
  await newLead(page, 'Bo Traveller', 'bo.traveller@cn001.example');
  await canvas.keys('Control+Enter');
  const machine = page.getByRole('region', { name: 'Time machine' });
  const slider = machine.getByRole('slider');

  await test.step('every decision says why, and the keyboard goes from one to the next', async () => {
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', 'day 0.0');
    await expect(machine.getByTestId('time-machine-line')).toContainText('Send email');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(machine.getByTestId('time-machine-line')).toContainText('Wait');
    await page.keyboard.press('PageUp');
    await expect(machine.getByTestId('time-machine-line')).toContainText('Send email');
    await machine.getByRole('button', { name: 'All decisions' }).click();
    await machine
      .getByTestId('time-machine-story')
      .getByRole('button', { name: /Score gate/ })
      .last()
      .click();
    await expect(machine.getByTestId('time-machine-line')).toContainText('Score gate');
    await expect(canvas.step('Score gate')).toHaveAttribute('data-token', 'true');
    await machine.getByRole('button', { name: 'All decisions' }).click();
  });

  await test.step('a change of the score at the moment of the slider changes the way', async () => {
    await slider.focus();
    await page.keyboard.press('Home');
    for (let press = 0; press < 24; press += 1) await page.keyboard.press('ArrowRight');
    await machine.getByRole('button', { name: /^Add at day/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Add at day/ });
    await dialog.getByText('A change of the lead').click();
    await dialog.getByLabel('Score', { exact: true }).last().fill('95');
    await dialog.getByRole('button', { name: 'Let it happen' }).click();
    await expect(machine.getByTestId('happenings')).toContainText('Score 95');
    await slider.focus();
    await page.keyboard.press('End');
    await expect(machine.getByTestId('moment-facts')).toContainText('Score 95');
  });

  await test.step('the way is kept as a test, renamed, and fails with the line that differs', async () => {
    await machine.getByRole('button', { name: '0 tests' }).click();
    const tests = page.getByTestId('saved-tests');
    await tests.getByLabel('Name of the test').fill('High');
    await tests.getByRole('button', { name: 'Save this way as a test' }).click();
    await tests.getByRole('button', { name: 'Rename “High”' }).click();
    await tests.getByLabel('New name of “High”').fill('A high score is fast');
    await page.keyboard.press('Enter');
    await expect(tests.getByTestId('saved-test')).toContainText('A high score is fast');
    await expect(tests.getByTestId('tests-summary')).toContainText('1 passes, 0 fails');
    await page.keyboard.press('Escape');

    await canvas.choose('Wait');
    await page.getByLabel('How long').fill('5 days');
    await machine.getByRole('button', { name: '1 test fails' }).click();
    await expect(tests.getByTestId('failing-line')).toContainText(/expected day 2, Wait → .*found day 5, Wait → /);
    await tests.getByRole('button', { name: 'Play “A high score is fast”' }).click();
    await tests.getByRole('button', { name: 'Save over it' }).click();
    await expect(tests.getByTestId('tests-summary')).toContainText('1 passes, 0 fails');
    await page.keyboard.press('Escape');
  });

  await test.step('a real lead is played, and its name does not get into a test', async () => {
    await machine.getByRole('combobox', { name: 'Who comes in' }).fill('Bo Traveller');
    await page.getByRole('option', { name: /Bo Traveller/ }).click();
    await expect(machine.getByTestId('time-machine-line')).toBeVisible();
    await machine.getByRole('button', { name: '1 test', exact: true }).click();
    const tests = page.getByTestId('saved-tests');
    await tests.getByLabel('Name of the test').fill('As it is');
    await tests.getByRole('button', { name: 'Save this way as a test' }).click();
    await expect(tests.getByTestId('saved-test')).toHaveCount(2);
    await canvas.saved();
    const id = /journeys\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
    const kept = await (
      await page.request.get(`/trpc/journeys.get?input=${encodeURIComponent(JSON.stringify({ id }))}`, { headers: headers() })
    ).text();
    expect(kept).toContain('As it is');
    expect(kept).not.toContain('Traveller');
  });
});

test('past leads are played through the draft, numbers open their leads, and a period narrows them', async ({ page }) => {
  const canvas = await drawNurture(page, 'Past to try');
  const lead = await newLead(page, 'Cy Past', 'cy.past@cn001.example');
  await canvas.saved();
  await canvas.publish('first');
  const id = /journeys\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await call(page, 'journeys.enrol', { id, leadIds: [lead.id] });

  await test.step('a number opens the leads it counts, a share those who went that way', async () => {
    const entry = canvas.step('Added by hand');
    await expect(entry.getByRole('button', { name: '1 in' })).toBeVisible({ timeout: 20_000 });
    await entry.getByRole('button', { name: '1 in' }).click();
    await expect(page.getByTestId('runs')).toContainText('Cy Past');
    await page.getByRole('button', { name: 'Close' }).first().click();
    await canvas.choose('Added by hand');
    await page
      .getByTestId('ways-out')
      .getByRole('button', { name: /^Show the 1 leads/ })
      .click();
    await expect(page.getByTestId('through')).toContainText('Left by');
    await expect(page.getByTestId('runs')).toContainText('Cy Past');
  });

  await test.step('a period narrows the numbers', async () => {
    await page.getByRole('combobox', { name: 'What the numbers are about' }).click();
    await page.getByRole('option', { name: 'Live version only' }).click();
    await expect(canvas.step('Added by hand').getByRole('button', { name: '1 in' })).toBeVisible();
  });

  await test.step('a changed draft is played against the past beside the live version', async () => {
    await page.getByRole('button', { name: 'Close' }).first().click();
    await canvas.choose('Send email');
    await canvas.keys('d');
    await canvas.saved();
    await canvas.keys('Control+Enter');
    const machine = page.getByRole('region', { name: 'Time machine' });
    await machine.getByText('Past leads').click();
    await machine.getByRole('button', { name: 'Play past leads' }).click();
    await expect(machine.getByTestId('back-test-state')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
    const table = machine.getByTestId('back-test-table');
    await expect(table.getByRole('row', { name: /Leads that come in/ })).toHaveText('Leads that come in–110');
    await expect(table.getByRole('row', { name: /Email:/ })).toContainText('-1');
    await expect(canvas.step('Added by hand').getByTestId('compared')).toContainText('1 would come');
  });

  await test.step('whoever may only look can read it and not start it', async () => {
    await logInAs(page, 'manager');
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: 'Time machine' }).click();
    await page.getByRole('region', { name: 'Time machine' }).getByText('Past leads').click();
    await expect(page.getByTestId('back-test-table')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Play past leads' })).toHaveCount(0);
  });
});
