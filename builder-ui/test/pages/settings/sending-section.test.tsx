import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { SettingsPage } from '../../../src/pages/settings/settings-page.tsx';
import { renderPage } from '../../support/render-page.tsx';

const rules = { leadCaps: [], companyCaps: [], minimumGap: null, quietHours: null, silence: 'off', giveUpAfter: null };
const usual = { ...rules, leadCaps: [{ channel: 'any', count: 2, per: '7d' }], minimumGap: '1d' };

function open() {
  return renderPage(<SettingsPage />, {
    at: '/settings?section=sending',
    role: 'marketer',
    answers: { 'sending.rules': () => ({ rules, usual, held: 3 }), 'sending.saveRules': () => ({ looked: 3 }) },
  });
}

test('rules are read in words as they are typed, and put in force only when asked', async () => {
  const { screen, callsOf } = open();
  await screen.findByText(/No rule is on/);
  await screen.findByText('3 messages are held back now');
  await userEvent.type(await screen.findByLabelText('Least time between two messages to one lead'), '2 days');
  await screen.findByText(/at least 2 days after any other message/);
  expect(callsOf('sending.saveRules')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Put in force' }));
  await waitFor(() => expect(callsOf('sending.saveRules')).toEqual([{ rules: { ...rules, minimumGap: '2d' } }]));
  await screen.findByText(/3 messages that were held back look again/);
});

test('what is advised is filled in, and can be taken back', async () => {
  const { screen } = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Fill in what we advise' }));
  await screen.findByText('A lead gets at most 2 marketing messages in any 7 days, on all channels.');
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await screen.findByText(/No rule is on/);
});

test('a length that cannot be read is not saved', async () => {
  const { screen } = open();
  await userEvent.type(await screen.findByLabelText('Longest wait'), 'soonish');
  await screen.findByText(/nothing is saved until it can/);
  expect((screen.getByRole('button', { name: 'Put in force' }) as HTMLButtonElement).disabled).toBe(true);
});
