import { expect, type Page, test } from '@playwright/test';
import { logInAs } from './support/tendril.ts';

/** Calls a mutation of the API as the person who is logged in. */
async function call<Answer>(page: Page, path: string, input: object): Promise<Answer> {
  const answer = await page.request.post(`/trpc/${path}`, { data: input, headers: { origin: new URL(page.url()).origin } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return ((await answer.json()) as { result: { data: Answer } }).result.data;
}

const node = (id: string, kind: string, name: string, config: object, y: number) => ({ id, kind, version: 1, name, config, position: { x: 0, y } });

test('a marketer finds leads inside, sends one to another step and takes the others out', async ({ page }) => {
  await logInAs(page, 'marketer');
  const document = {
    format: 'tendril.journey',
    schemaVersion: 3,
    name: 'Operated on',
    settings: {},
    notes: [],
    nodes: [
      node('in', 'entry-manual', '', {}, 0),
      node('rest', 'wait', 'A long rest', { for: '300d' }, 150),
      node('more', 'wait', 'Another rest', { for: '300d' }, 300),
      node('out', 'exit', '', { outcome: 'over' }, 450),
    ],
    edges: [
      { from: 'in', port: 'next', to: 'rest' },
      { from: 'rest', port: 'next', to: 'more' },
      { from: 'more', port: 'next', to: 'out' },
    ],
  };
  const { id } = await call<{ id: string }>(page, 'journeys.create', { name: 'Operated on', document });
  await call(page, 'journeys.publish', { id, note: '', enrolMatching: false });
  const leadIds: string[] = [];
  for (const name of ['Ada Operated', 'Ben Operated', 'Cy Operated']) {
    const email = `${name.split(' ')[0]?.toLowerCase()}-${id}@operated.example`;
    leadIds.push((await call<{ id: string }>(page, 'leads.create', { name, email, consentEmail: false })).id);
  }
  await call(page, 'journeys.enrol', { id, leadIds });

  await page.goto(`/journeys/${id}/leads`);
  await expect(page.getByTestId('runs').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('at A long rest')).toHaveCount(3);
  await page.getByLabel('Find leads').fill('Ada');
  await expect(page.getByTestId('runs').getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Choose Ada Operated').check();
  await page.getByTestId('operate-send-to').click();
  await page.getByRole('combobox', { name: 'Step' }).fill('Another');
  await page.getByRole('option', { name: 'Another rest' }).click();
  await page.getByTestId('send-to-submit').click();
  await expect(page.getByTestId('operation')).toContainText('done for 1 of 1');
  await expect(page.getByText('at Another rest')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /Ada Operated/ }).click();
  await expect(page.getByTestId('trail')).toContainText('Was sent here by');

  await page.goto(`/journeys/${id}/leads?node=rest`);
  await expect(page.getByTestId('runs').getByRole('listitem')).toHaveCount(2);
  await page.getByLabel('Choose all').check();
  await page.getByTestId('operate-remove').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await expect(page.getByTestId('operation')).toContainText('done for 2 of 2');
});
