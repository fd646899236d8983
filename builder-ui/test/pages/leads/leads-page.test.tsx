import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { LeadRow } from '../../../src/pages/leads/lead-answers.ts';
import { LeadsPage } from '../../../src/pages/leads/leads-page.tsx';
import { type Answers, Refusal } from '../../support/fake-api.ts';
import { renderPage } from '../../support/render-page.tsx';

const row = (id: string, patch: Partial<LeadRow> = {}): LeadRow => ({
  id,
  name: `Lead ${id}`,
  company: 'Nordwind GmbH',
  title: 'CTO',
  email: null,
  phone: null,
  source: 'EDM',
  stage: 'lead',
  pool: 'nurture',
  owner: null,
  score: 64.2,
  grade: 'A3',
  createdAt: '2026-11-01T10:00:00.000Z',
  lastSeenAt: null,
  ...patch,
});

const listOf = (...rows: readonly LeadRow[]): Answers => ({ 'leads.list': () => ({ rows, total: rows.length, next: null }) });

test('filters are asked of the API and kept in the address', async () => {
  const { screen, callsOf, router } = renderPage(<LeadsPage />, { at: '/leads?pool=silent', answers: listOf(row('1')) });
  await screen.findByText('Lead 1');
  expect(callsOf('leads.list')).toMatchObject([{ pool: 'silent', sort: 'score' }]);
  await userEvent.type(screen.getByLabelText('Search'), 'wang');
  await waitFor(() => expect(callsOf('leads.list').at(-1)).toMatchObject({ search: 'wang', pool: 'silent' }));
  expect(router.state.location.search).toEqual({ pool: 'silent', search: 'wang' });
});

test('a search that looks like a number is still a text', async () => {
  const { screen, callsOf } = renderPage(<LeadsPage />, { at: '/leads?search=138', answers: listOf() });
  await screen.findByText('No lead matches these filters');
  expect(callsOf('leads.list')).toMatchObject([{ search: '138' }]);
});

test('a column heading sorts', async () => {
  const { screen, callsOf } = renderPage(<LeadsPage />, { at: '/leads', answers: listOf(row('1')) });
  await userEvent.click(await screen.findByRole('button', { name: 'Name' }));
  await waitFor(() => expect(callsOf('leads.list').at(-1)).toMatchObject({ sort: 'name' }));
});

test('an ungraded lead says so, a missing name falls back to the address', async () => {
  const { screen } = renderPage(<LeadsPage />, { at: '/leads', answers: listOf(row('1', { name: null, email: 'li@example.com', grade: null })) });
  await screen.findByText('li@example.com');
  expect(screen.getByText(/ungraded · 64/)).toBeTruthy();
});

test('an SDR reads the list, but creates and imports nothing', async () => {
  const { screen } = renderPage(<LeadsPage />, { at: '/leads', role: 'sdr', answers: listOf() });
  await screen.findByText('No leads yet');
  expect(screen.queryByText('Import a CSV file')).toBeNull();
});

test('more rows are fetched from where the list ended', async () => {
  const { screen, callsOf } = renderPage(<LeadsPage />, {
    at: '/leads',
    answers: {
      'leads.list': ({ cursor }: { cursor?: string }) =>
        cursor === undefined ? { rows: [row('1')], total: 2, next: 'after-1' } : { rows: [row('2')], total: 2, next: null },
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  await screen.findByText('Lead 2');
  expect(callsOf('leads.list').at(-1)).toMatchObject({ cursor: 'after-1' });
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a refusal of the API is shown as its sentence, with a way to try again', async () => {
  const { screen } = renderPage(<LeadsPage />, {
    at: '/leads',
    answers: {
      'leads.list': () => {
        throw new Refusal('cursor.invalid');
      },
    },
  });
  await screen.findByText(/open the list from its first page/);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
