import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { MessagesPage } from '../../../src/pages/messages/messages-page.tsx';
import { renderPage } from '../../support/render-page.tsx';

const message = {
  id: 'm-1',
  leadId: '0197a000-0000-7000-8000-000000000001',
  leadName: '王芳',
  journeyId: '0197a000-0000-7000-8000-000000000002',
  journeyName: 'Webinar invite',
  channel: 'email',
  templateKey: 'thank-you',
  address: 'wang@cn001.example',
  subject: 'Thank you',
  status: 'sent',
  reason: null,
  plannedAt: '2026-11-24T09:00:00.000Z',
  settledAt: '2026-11-24T09:01:00.000Z',
};

test('the ledger is shown for one journey', async () => {
  const { screen, callsOf } = renderPage(<MessagesPage />, {
    at: '/messages',
    answers: {
      'messages.list': () => ({ rows: [message], total: 1, next: null }),
      'journeys.list': () => [{ id: message.journeyId, name: message.journeyName }],
    },
  });
  await screen.findByText(/Webinar invite · thank-you/);
  await userEvent.click(screen.getByRole('combobox', { name: 'Journey' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Webinar invite' }));
  await waitFor(() => expect(callsOf('messages.list').at(-1)).toMatchObject({ journeyId: message.journeyId }));
});
