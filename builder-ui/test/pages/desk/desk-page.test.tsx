import { act, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { InboxRow } from '../../../src/pages/desk/desk-answers.ts';
import { DeskPage } from '../../../src/pages/desk/desk-page.tsx';
import { DISPOSITIONS, handoffOf, inboxRow } from '../../support/desk-answers.ts';
import { type Answers, Refusal } from '../../support/fake-api.ts';
import { renderPage } from '../../support/render-page.tsx';

const THREE = ['a', 'b', 'c'].map((id) => inboxRow(id));

/** A desk whose inbox holds these rows; `more` answers what else the test does. */
async function openDesk(rows: readonly InboxRow[], more: Answers = {}, options: Parameters<typeof renderPage>[1] = {}) {
  const answers: Answers = {
    'desk.inbox': () => ({ rows, counts: { open: rows.length, mine: 0, overdue: 0, closed: 0 } }),
    'desk.get': ({ id }: { id: string }) => handoffOf(rows.find((row) => row.id === id) ?? inboxRow(id)),
    'desk.dispositions': () => DISPOSITIONS,
    'leads.timeline': () => ({ rows: [], total: 0, next: null }),
    ...more,
  };
  const page = renderPage(<DeskPage />, { answers, role: 'sdr', ...options });
  await page.screen.findByRole('heading', { name: /Lead/ });
  return { ...page, user: userEvent.setup() };
}

const mine = inboxRow('a', { status: 'accepted', mine: true, assignee: '张三' });

test('J and K move through the list and stop at its ends', async () => {
  const { screen, user } = await openDesk(THREE);
  const chosen = () => screen.getAllByRole('link').find((link) => link.hasAttribute('aria-current'))?.textContent;

  await user.keyboard('k');
  await waitFor(() => expect(chosen()).toContain('Lead a'));
  await user.keyboard('j');
  await waitFor(() => expect(chosen()).toContain('Lead b'));
  await user.keyboard('jjj');
  await waitFor(() => expect(chosen()).toContain('Lead c'));
});

test('A accepts the lead that is shown and follows it to the work in hand', async () => {
  const { callsOf, user, router } = await openDesk(THREE, { 'desk.accept': () => undefined });
  await user.keyboard('a');
  await waitFor(() => expect(callsOf('desk.accept')).toEqual([{ id: 'a' }]));
  await waitFor(() => expect(router.state.location.search).toEqual({ tab: 'mine' }));
});

test('A works before the whole hand-off has come', async () => {
  const answers: Answers = {
    'desk.inbox': () => ({ rows: THREE, counts: { open: 3, mine: 0, overdue: 0, closed: 0 } }),
    'desk.get': () => new Promise(() => undefined),
    'desk.dispositions': () => DISPOSITIONS,
    'desk.accept': () => undefined,
  };
  const { screen, callsOf } = renderPage(<DeskPage />, { answers, role: 'sdr' });
  await screen.findByText('Lead a');
  await userEvent.keyboard('a');
  await waitFor(() => expect(callsOf('desk.accept')).toEqual([{ id: 'a' }]));
});

test('a lead that somebody else took says who, and the list is read again', async () => {
  const { screen, callsOf, user } = await openDesk(THREE, {
    'desk.accept': () => {
      throw new Refusal('handoff.taken', { name: '李四' });
    },
  });
  const before = callsOf('desk.inbox').length;
  await user.keyboard('a');
  await screen.findByText(/李四 was faster/);
  await waitFor(() => expect(callsOf('desk.inbox').length).toBeGreaterThan(before));
});

test('a number records its disposition with the note as it stands', async () => {
  const { screen, callsOf, user } = await openDesk([mine], { 'desk.saveNotes': () => undefined, 'desk.dispose': () => undefined });
  await user.type(screen.getByLabelText('Note'), 'Call on Thursday');
  await user.keyboard('{Escape}2');
  await waitFor(() => expect(callsOf('desk.dispose')).toEqual([{ id: 'a', disposition: 'lost', note: 'Call on Thursday' }]));
  await screen.findByText('Lost: The journey ends');
});

test('keys typed into a field are text, not commands', async () => {
  const { screen, callsOf, user } = await openDesk([mine], { 'desk.saveNotes': () => undefined, 'desk.dispose': () => undefined });
  await user.keyboard('e');
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
  await user.keyboard('jka12');
  expect(screen.getByLabelText('Note')).toHaveProperty('value', 'jka12');
  expect(callsOf('desk.dispose')).toEqual([]);
});

test('findings save themselves when typing rests', async () => {
  const { screen, callsOf, user } = await openDesk([mine], { 'desk.saveNotes': () => undefined });
  await user.type(screen.getByLabelText('Budget'), '300k');
  await waitFor(() => expect(callsOf('desk.saveNotes')).toHaveLength(1), { timeout: 3_000 });
  expect(callsOf('desk.saveNotes')).toEqual([{ id: 'a', note: '', bant: { budget: '300k', authority: '', need: '', time: '' } }]);
  await screen.findByText(/saved .* ago/);
});

test('findings that could not be saved say so and can be tried again', async () => {
  let fails = true;
  const { screen, callsOf, user } = await openDesk([mine], {
    'desk.saveNotes': () => {
      if (fails) throw new Error('away');
    },
  });
  await user.type(screen.getByLabelText('Note'), 'x');
  await screen.findByText(/Not saved/, {}, { timeout: 3_000 });
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(/saved .* ago/);
  expect(callsOf('desk.saveNotes')).toHaveLength(2);
});

test('nothing is recorded for a lead that is not one’s own', async () => {
  const { screen, callsOf, user } = await openDesk([inboxRow('a', { status: 'accepted', assignee: '李四' })]);
  await screen.findByText(/Taken by 李四/);
  await user.keyboard('1');
  await user.keyboard('a');
  await act(() => Promise.resolve());
  expect(callsOf('desk.dispose')).toEqual([]);
  expect(callsOf('desk.accept')).toEqual([]);
});

test('a manager reads along and presses nothing', async () => {
  const { screen, callsOf, user } = await openDesk(THREE, {}, { role: 'manager' });
  expect(screen.getByRole('button', { name: /Accept/ })).toHaveProperty('disabled', true);
  await user.keyboard('a');
  await act(() => Promise.resolve());
  expect(callsOf('desk.accept')).toEqual([]);
});

test('every disposition names what it sets off and its key', async () => {
  const { screen } = await openDesk([mine], {}, { locale: 'zh-CN' });
  const button = screen.getByRole('button', { name: /丢单/ });
  expect(button.textContent).toContain('旅程结束');
  expect(button.getAttribute('aria-keyshortcuts')).toBe('2');
});

test('an empty desk teaches how leads come to it', async () => {
  const answers: Answers = {
    'desk.inbox': () => ({ rows: [], counts: { open: 0, mine: 0, overdue: 0, closed: 0 } }),
    'desk.dispositions': () => DISPOSITIONS,
  };
  const { screen } = renderPage(<DeskPage />, { answers, role: 'sdr' });
  await screen.findByText('Nobody is waiting for you');
  expect(screen.getByText('How the desk works')).toBeTruthy();
});

test('an inbox that cannot be read offers to try again', async () => {
  let away = true;
  const { screen } = renderPage(<DeskPage />, {
    role: 'sdr',
    answers: {
      'desk.inbox': () => {
        if (away) throw new Error('away');
        return { rows: THREE, counts: { open: 3, mine: 0, overdue: 0, closed: 0 } };
      },
      'desk.get': ({ id }: { id: string }) => handoffOf(inboxRow(id)),
      'desk.dispositions': () => DISPOSITIONS,
      'leads.timeline': () => ({ rows: [], total: 0, next: null }),
    },
  });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  away = false;
  await userEvent.click(retry);
  await screen.findByText('Lead b');
});
