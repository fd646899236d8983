import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { factorOf } from '../../../src/pages/settings/clock-factors.ts';
import { curlExample } from '../../../src/pages/settings/curl-example.ts';
import { triggerInWords } from '../../../src/pages/settings/rule-in-words.ts';
import { SettingsPage } from '../../../src/pages/settings/settings-page.tsx';
import { renderPage } from '../../support/render-page.tsx';

const rule = {
  key: 'pricing',
  name: { 'zh-CN': '访问价格页', en: 'Viewed pricing' },
  dimension: 'interest',
  trigger: { on: 'event', name: 'Page Viewed' },
  points: 8,
  enabled: true,
};

test('a new key is shown once, with a call to try it', async () => {
  const { screen } = renderPage(<SettingsPage />, {
    at: '/settings?section=keys',
    answers: { 'settings.intakeKeys': () => [], 'settings.createIntakeKey': () => ({ key: 'tk_secret' }) },
  });
  await userEvent.click((await screen.findAllByRole('button', { name: 'Create a write key' }))[0] as HTMLElement);
  await userEvent.type(await screen.findByLabelText(/Who will send with it/), 'Website');
  const dialog = screen.getByRole('dialog');
  await userEvent.click([...dialog.querySelectorAll('button')].find((button) => button.textContent === 'Create a write key') as HTMLElement);
  await screen.findByText('tk_secret');
  expect(dialog.textContent).toContain("-u 'tk_secret:'");
  await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  await waitFor(() => expect(screen.queryByText('tk_secret')).toBeNull());
});

test('a key is revoked only after the question is answered', async () => {
  const key = { id: 'k-1', name: 'Website', hint: 'x1y2', createdAtReal: '2026-11-24T09:00:00.000Z', revokedAtReal: null };
  const { screen, callsOf } = renderPage(<SettingsPage />, {
    at: '/settings?section=keys',
    answers: { 'settings.intakeKeys': () => [key], 'settings.revokeIntakeKey': () => undefined },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await screen.findByText('Revoke “Website”?');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(callsOf('settings.revokeIntakeKey')).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'Revoke' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click([...dialog.querySelectorAll('button')].find((button) => button.textContent === 'Revoke') as HTMLElement);
  await waitFor(() => expect(callsOf('settings.revokeIntakeKey')).toEqual([{ id: 'k-1' }]));
});

test('points are saved when the field is left, and Escape takes a change back', async () => {
  const { screen, callsOf } = renderPage(<SettingsPage />, {
    at: '/settings?section=scoring',
    role: 'marketer',
    answers: { 'settings.scoreRules': () => [rule], 'settings.saveScoreRule': () => undefined },
  });
  const points = await screen.findByLabelText('Points for “Viewed pricing”');
  await userEvent.clear(points);
  await userEvent.type(points, '5{Escape}');
  await userEvent.tab();
  expect(callsOf('settings.saveScoreRule')).toEqual([]);
  await userEvent.clear(points);
  await userEvent.type(points, '12');
  await userEvent.tab();
  await waitFor(() => expect(callsOf('settings.saveScoreRule')).toEqual([{ key: 'pricing', points: 12, enabled: true }]));
});

test('a marketer finds the score rules and the sending rules and nothing else', async () => {
  const { screen } = renderPage(<SettingsPage />, { at: '/settings', role: 'marketer', answers: { 'settings.scoreRules': () => [rule] } });
  await screen.findByText('Viewed pricing');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Scoring', 'Sending rules']);
});

test('the clock is set to the chosen length of a day', async () => {
  const { screen, callsOf } = renderPage(<SettingsPage />, {
    at: '/settings?section=clock',
    answers: { 'settings.setClockFactor': () => undefined },
  });
  await userEvent.click(await screen.findByRole('radio', { name: /1 day = 10 s/ }));
  await waitFor(() => expect(callsOf('settings.setClockFactor')).toEqual([{ factor: 8640 }]));
});

test('a day of ten seconds is 8,640 times real time', () => {
  expect(factorOf(10)).toBe(8_640);
  expect(factorOf(86_400)).toBe(1);
});

test('a rule is told in words, and one that scoring cannot read says so', () => {
  expect(triggerInWords({ trigger: { on: 'event', name: 'Price Requested' } }, 'en')).toEqual({ on: 'event', text: '“price request”' });
  const profile = { on: 'profile', where: { test: { of: 'attribute', field: 'title' }, operator: 'known' } };
  expect(triggerInWords({ trigger: profile }, 'en')).toEqual({ on: 'profile', text: 'job title is known' });
  expect(triggerInWords({ trigger: { on: 'moon' } }, 'en')).toBeNull();
});

test('the example call carries the key as user name', () => {
  const call = curlExample({ origin: 'https://t.example', key: 'tk_1' });
  expect(call).toContain('https://t.example/v1/track');
  expect(call).toContain("-u 'tk_1:'");
});
