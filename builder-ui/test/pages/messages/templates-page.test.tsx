import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { previewDocument } from '../../../src/pages/messages/preview-document.ts';
import { TemplatesPage } from '../../../src/pages/messages/templates-page.tsx';
import type { Answers } from '../../support/fake-api.ts';
import { renderPage } from '../../support/render-page.tsx';

const template = {
  key: 'thank-you',
  channel: 'email',
  name: '感谢注册',
  subject: 'Thank you',
  body: '<mjml>{{ lead.name }}</mjml>',
  variables: ['lead.name'],
  updatedAt: '2026-11-24T09:00:00.000Z',
};

const answers: Answers = {
  'messages.templates': () => [template],
  'messages.previewTemplate': () => ({ subject: 'Thank you', html: '<p>Dear Alex</p><script>alert(1)</script>', text: 'Dear Alex', problems: [] }),
};

test('a mail is previewed where it can neither run scripts nor call home', async () => {
  const { screen } = renderPage(<TemplatesPage />, { at: '/templates', answers });
  const frame = await screen.findByTitle('Preview of the mail');
  expect(frame.getAttribute('sandbox')).toBe('');
  expect(frame.getAttribute('srcdoc')).toContain('Dear Alex');
  expect(frame.getAttribute('srcdoc')).toMatch(/^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
});

test('the policy forbids everything but pictures and inline styles', () => {
  const policy = /content="([^"]+)"/.exec(previewDocument('x'))?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain("form-action 'none'");
});

test('the preview follows typing', async () => {
  const { screen, callsOf } = renderPage(<TemplatesPage />, { at: '/templates', answers });
  const subject = await screen.findByLabelText('Subject');
  await userEvent.type(subject, '!');
  await waitFor(() => expect(callsOf('messages.previewTemplate').at(-1)).toMatchObject({ subject: 'Thank you!' }), { timeout: 2_000 });
});

test('what is wrong with a template is said in place of the preview', async () => {
  const broken = {
    subject: '',
    html: null,
    text: '',
    problems: [{ code: 'template.mjml', params: { line: 3, tag: 'mj-txt', message: 'unknown tag' } }],
  };
  const { screen } = renderPage(<TemplatesPage />, { at: '/templates', answers: { ...answers, 'messages.previewTemplate': () => broken } });
  await screen.findByText(/Line 3: The template's MJML is broken: unknown tag/);
  expect(screen.queryByTitle('Preview of the mail')).toBeNull();
});

test('a template is saved under its key, which stays', async () => {
  const { screen, callsOf } = renderPage(<TemplatesPage />, { at: '/templates', answers: { ...answers, 'messages.saveTemplate': () => undefined } });
  await userEvent.type(await screen.findByLabelText('Name'), ' 2');
  expect(screen.getByLabelText('Key')).toHaveProperty('readOnly', true);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(callsOf('messages.saveTemplate')).toMatchObject([{ key: 'thank-you', name: '感谢注册 2', body: template.body }]));
});

test('a manager reads templates and cannot save', async () => {
  const { screen } = renderPage(<TemplatesPage />, { at: '/templates', role: 'manager', answers });
  await screen.findByLabelText('Name');
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'New template' })).toBeNull();
});

test('changes that are not saved are not lost by a slip', async () => {
  const other = { ...template, key: 'invite', name: '邀约' };
  const { screen } = renderPage(<TemplatesPage />, { at: '/templates', answers: { ...answers, 'messages.templates': () => [template, other] } });
  await userEvent.type(await screen.findByLabelText('Name'), ' 2');
  await userEvent.click(screen.getByRole('button', { name: /邀约/ }));
  await screen.findByText('Leave without saving?');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '感谢注册 2');

  await userEvent.click(screen.getByRole('button', { name: /邀约/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Throw the changes away' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', '邀约'));
});
