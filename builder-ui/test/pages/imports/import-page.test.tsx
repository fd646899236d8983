import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ImportJob, ImportPreview } from '../../../src/pages/imports/import-answers.ts';
import { ImportPage } from '../../../src/pages/imports/import-page.tsx';
import { type Answers, Refusal } from '../../support/fake-api.ts';
import { renderPage } from '../../support/render-page.tsx';

beforeEach(() => window.localStorage.clear());

const job: ImportJob = {
  id: 'job-1',
  fileName: 'leads.csv',
  encoding: 'utf-8',
  status: 'uploaded',
  total: 1200,
  done: 0,
  imported: 0,
  merged: 0,
  refused: 0,
  error: null,
  createdAtReal: '2026-11-24T10:00:00.000Z',
  finishedAtReal: null,
};

const field = (key: string, en: string) => ({ key, label: { 'zh-CN': en, en } });

const preview: ImportPreview = {
  jobId: 'job-1',
  fileName: 'leads.csv',
  encoding: 'utf-8',
  delimiter: ',',
  total: 1200,
  columns: [
    { name: '姓名', field: 'name', samples: ['王芳', '周明'] },
    { name: '手机', field: 'phone', samples: ['13800000000'] },
    { name: '微信', field: null, samples: [] },
  ],
  fields: [field('name', 'Name'), field('phone', 'Phone'), field('email', 'Email')],
  rows: [
    ['王芳', '13800000000', ''],
    ['周明', '', ''],
  ],
};

function openImport(answers: Answers) {
  const page = renderPage(<ImportPage />, {
    at: '/imports/job-1',
    answers: { 'imports.get': () => job, 'imports.preview': () => preview, ...answers },
  });
  return { ...page, user: userEvent.setup() };
}

const chooseField = async (page: ReturnType<typeof openImport>, column: string, option: string) => {
  await page.user.click(await page.screen.findByRole('combobox', { name: `Field that “${column}” fills` }));
  await page.user.click(await page.screen.findByRole('option', { name: option, hidden: true }));
};

test('columns are guessed, shown with samples, and sent as mapped, with the answer about mails', async () => {
  const page = openImport({ 'imports.start': () => undefined });
  const start = await page.screen.findByRole('button', { name: 'Import 1,200 lines' });
  expect(page.screen.getByText('王芳 · 周明')).toBeTruthy();
  expect(start).toHaveProperty('disabled', true);

  await chooseField(page, '微信', 'Email');
  await page.user.click(page.screen.getByRole('radio', { name: /Yes, they agreed/ }));
  await page.user.click(start);
  await waitFor(() =>
    expect(page.callsOf('imports.start')).toEqual([
      { jobId: 'job-1', mapping: { 姓名: 'name', 手机: 'phone', 微信: 'email' }, consent: { channel: 'email', topic: 'nurture' } },
    ]),
  );
});

test('who did not agree is imported without consent', async () => {
  const page = openImport({ 'imports.start': () => undefined });
  await page.user.click(await page.screen.findByRole('radio', { name: /No, or I do not know/ }));
  await page.user.click(page.screen.getByRole('button', { name: /^Import/ }));
  await waitFor(() => expect(page.callsOf('imports.start')).toMatchObject([{ consent: null }]));
});

test('a mapping by which nobody could be recognised cannot be started, and says why', async () => {
  const page = openImport({});
  await page.user.click(await page.screen.findByRole('radio', { name: /No, or/ }));
  await chooseField(page, '手机', 'leave out');
  await page.screen.findByText(/without one of them no lead can be recognised/);
  expect(page.screen.getByRole('button', { name: /^Import/ })).toHaveProperty('disabled', true);
});

test('the mapping chosen so far survives a reload', async () => {
  const first = openImport({});
  await chooseField(first, '微信', 'Email');
  first.screen.unmount();
  const second = openImport({});
  const select = await second.screen.findByRole('combobox', { name: 'Field that “微信” fills' });
  expect(select).toHaveProperty('value', 'Email');
});

test('another encoding reads the file again', async () => {
  const page = openImport({});
  await page.user.click(await page.screen.findByRole('combobox', { name: 'Encoding' }));
  await page.user.click(await page.screen.findByRole('option', { name: /GBK/, hidden: true }));
  await waitFor(() => expect(page.callsOf('imports.preview')).toContainEqual({ jobId: 'job-1', encoding: 'gb18030' }));
});

test('a refused start shows the API’s sentence', async () => {
  const page = openImport({
    'imports.start': () => {
      throw new Refusal('import.started', { fileName: 'leads.csv' });
    },
  });
  await page.user.click(await page.screen.findByRole('radio', { name: /No, or/ }));
  await page.user.click(page.screen.getByRole('button', { name: /^Import/ }));
  await page.screen.findByText(/The import of “leads.csv” has begun/);
});

test('an import under way shows how far it is', async () => {
  const { screen } = openImport({ 'imports.get': () => ({ ...job, status: 'running', done: 300, imported: 290, refused: 10 }) });
  await screen.findByText(/300 of 1,200 lines \(25%\)/);
});

test('a finished import gives every line’s outcome with its reason', async () => {
  const line = { line: 7, raw: { 姓名: '林浩然' }, outcome: 'refused', remarks: [{ code: 'import.no-identity', params: {} }], leadId: null };
  const { screen } = openImport({
    'imports.get': () => ({ ...job, status: 'done', done: 1200, imported: 1190, refused: 10, finishedAtReal: job.createdAtReal }),
    'imports.rows': () => ({ rows: [line], total: 1, next: null }),
  });
  await screen.findByText(/No usable phone number or email address/);
  expect(screen.getByRole('link', { name: /Download as CSV/ }).getAttribute('href')).toBe('/api/imports/job-1/report.csv?locale=en');
});
