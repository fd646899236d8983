import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TestSend } from '../../src/inspector/test-send.tsx';
import { Refusal } from '../support/fake-api.ts';
import { renderPage } from '../support/render-page.tsx';

const people = [
  { userId: 'u-1', name: 'Zhang San', email: 'zhang@cn001.example', onWecom: false, isCaller: true },
  { userId: 'u-2', name: 'Li Si', email: 'li@cn001.example', onWecom: true, isCaller: false },
];
const sent = { id: 't-1', channel: 'email', address: 'zhang@cn001.example', subject: '[Test] Hello', status: 'sent', reason: null };

const open = (answers: object = {}, channel: 'email' | 'wecom' = 'email') =>
  renderPage(<TestSend templateKey="hello" channel={channel} leadId="l-1" />, {
    answers: { 'tryOut.recipients': () => people, 'tryOut.sendTest': () => ({ id: 't-1' }), 'tryOut.testSend': () => sent, ...answers },
  });

test('a test goes to oneself unless another is chosen, and says in place that it was taken', async () => {
  const { screen, callsOf } = open();
  await screen.findByDisplayValue('Me (Zhang San)');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByTestId('test-result')).textContent).toContain('The mail server took it for zhang@cn001.example.');
  expect(callsOf('tryOut.sendTest')).toEqual([{ templateKey: 'hello', to: { is: 'member', userId: 'u-1' }, leadId: 'l-1' }]);
});

test('what the channel said is shown as a sentence', async () => {
  const reason = { code: 'email.address', params: { text: '550 no such user' } };
  const { screen } = open({ 'tryOut.testSend': () => ({ ...sent, status: 'failed', reason }) });
  await screen.findByDisplayValue('Me (Zhang San)');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toBe('The mail server says that there is no such mailbox: 550 no such user');
});

test('a refusal is shown where the button is', async () => {
  const refuse = () => {
    throw new Refusal('test.too-many', { limit: 30 });
  };
  const { screen } = open({ 'tryOut.sendTest': refuse });
  await screen.findByDisplayValue('Me (Zhang San)');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toContain('30 tests');
});

test('a WeCom test is offered to those who can get one', async () => {
  const { screen } = open({}, 'wecom');
  await screen.findByDisplayValue('Li Si');
});
