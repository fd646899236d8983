import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Segment } from '../../../src/pages/segments/segment-answers.ts';
import { SegmentsPage } from '../../../src/pages/segments/segments-page.tsx';
import { type Answers, Refusal } from '../../support/fake-api.ts';
import { renderPage } from '../../support/render-page.tsx';

beforeEach(() => window.localStorage.clear());

const near: Segment = {
  id: 'segment-1',
  name: 'Near us',
  condition: { test: { of: 'attribute', field: 'city' }, operator: 'is', value: 'Hangzhou' },
  matching: 1200,
  usedBy: [{ id: 'j1', name: 'Visit', live: true }],
};

const names = { templates: [], fields: ['city'], people: [], members: [], tags: [], segments: [], pools: [], topics: [], events: [] };

function open(answers: Answers) {
  const page = renderPage(<SegmentsPage />, {
    at: '/segments',
    answers: {
      'segments.list': () => [near],
      'journeys.names': () => names,
      'journeys.countLeads': () => ({ matching: 7, exact: true }),
      ...answers,
    },
  });
  return { ...page, user: userEvent.setup() };
}

test('every segment is shown with its condition in words, its leads and the journeys that use it', async () => {
  const { screen } = open({});
  await screen.findByRole('button', { name: 'Near us' });
  screen.getByText('1,200');
  screen.getByText(/city is Hangzhou/i);
  expect(screen.getByRole('link', { name: 'Visit' }).getAttribute('href')).toBe('/journeys/j1');
});

test('a new one is saved once its condition is whole, with its leads counted', async () => {
  const saved: unknown[] = [];
  const page = open({ 'segments.list': () => [], 'segments.create': (input: unknown) => saved.push(input) && { id: 'new' } });
  await page.screen.findByText('No segments yet');
  await page.user.click(page.screen.getAllByRole('button', { name: 'New segment' })[0] as HTMLElement);
  const save = await page.screen.findByRole('button', { name: 'Save' });
  await page.user.type(page.screen.getByRole('textbox', { name: 'Name' }), 'Key accounts');
  expect((save as HTMLButtonElement).disabled).toBe(true);
  page.screen.getByText('Fill in the condition before saving.');
  await page.user.type(page.screen.getByRole('textbox', { name: /value/i }), 'Software');
  await page.screen.findByTestId('lead-count');
  await page.user.click(save);
  await page.screen.findByText('The segment was saved.');
  expect(saved).toEqual([{ name: 'Key accounts', condition: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: 'Software' } }]);
});

test('one that journeys use keeps its name, and says whom a change concerns; deleting it is refused in a sentence', async () => {
  const refusal = new Refusal('segment.in-use', { name: 'Near us', journeys: 'Visit' });
  const page = open({
    'segments.remove': () => {
      throw refusal;
    },
  });
  await page.user.click(await page.screen.findByRole('button', { name: 'Near us' }));
  expect((await page.screen.findByRole('textbox', { name: 'Name' })).hasAttribute('disabled')).toBe(true);
  page.screen.getByText(/1 live journey goes by this segment/);
  await page.user.click(page.screen.getByRole('button', { name: 'Cancel' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Actions for “Near us”' }));
  await page.user.click(await page.screen.findByRole('menuitem', { name: 'Delete' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Delete the segment' }));
  await page.screen.findByText(/is used by these journeys: Visit/);
});

test('a list that cannot be read says so', async () => {
  const page = open({
    'segments.list': () => {
      throw new Error('away');
    },
  });
  await page.screen.findByRole('button', { name: /again/i });
});
