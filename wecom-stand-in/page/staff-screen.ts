import type { NoticeRow, PhonesView, StaffPhone, TaskRow } from '@tendril/wecom-stand-in/view';
import { type Child, el } from './element.ts';
import type { Looking } from './page-state.ts';
import { attachmentList, avatar, emptyPlace, when, withLinks } from './parts.ts';
import type { Speaker } from './words.ts';

/** What can be done on the staff's side. */
export interface StaffDeeds {
  choose(userid: string): void;
  show(section: Looking['section']): void;
  send(task: TaskRow): void;
  press(notice: NoticeRow, key: string): void;
}

/** Everybody in the company, one tab each. */
export function staffTabs({ staff, phone }: PhonesView, deeds: StaffDeeds): readonly Child[] {
  const tabs = staff.map(({ userid, name, title, waiting }) =>
    el(
      'button',
      {
        type: 'button',
        focusKey: `staff-${userid}`,
        attributes: { role: 'tab', 'aria-selected': String(userid === phone.userid), 'aria-controls': 'staff-screen' },
        onClick: () => deeds.choose(userid),
      },
      el('span', { className: 'badged' }, avatar(name, 'staff'), waiting > 0 && el('span', { className: 'badge' }, String(waiting))),
      el('span', { className: 'names' }, el('b', {}, name), el('span', {}, title)),
    ),
  );
  return [el('div', { className: 'tabs', attributes: { role: 'tablist', 'aria-labelledby': 'staff-heading' } }, ...tabs)];
}

/** The two sections of a staff phone. */
export function staffSections({ phone }: PhonesView, { section }: Looking, speaker: Speaker, deeds: StaffDeeds): readonly Child[] {
  const waiting = phone.tasks.filter(({ status }) => status === 'waiting').length;
  const names = { tasks: [speaker.say('tasks'), waiting], notices: [speaker.say('notices'), phone.notices.length] } as const;
  const tabs = (['tasks', 'notices'] as const).map((name) =>
    el(
      'button',
      {
        type: 'button',
        focusKey: `section-${name}`,
        attributes: { role: 'tab', 'aria-selected': String(name === section), 'aria-controls': 'staff-screen' },
        onClick: () => deeds.show(name),
      },
      names[name][1] === 0 ? names[name][0] : `${names[name][0]} ${names[name][1]}`,
    ),
  );
  return [el('div', { className: 'sections', attributes: { role: 'tablist', 'aria-label': phone.name } }, ...tabs)];
}

/** Tasks or app messages of the chosen member. */
export function staffScreen(phone: StaffPhone, { section }: Looking, speaker: Speaker, deeds: StaffDeeds): readonly Child[] {
  if (section === 'notices') {
    if (phone.notices.length === 0) return [emptyPlace('card', speaker.say('noNoticesTitle'), speaker.say('noNotices'))];
    return phone.notices.map((notice) => noticeCard(notice, speaker, deeds));
  }
  if (phone.tasks.length === 0) return [emptyPlace('task', speaker.say('noTasksTitle'), speaker.say('noTasks', { name: phone.name }))];
  return phone.tasks.map((task) => taskCard(task, speaker, deeds));
}

function taskCard(task: TaskRow, speaker: Speaker, deeds: StaffDeeds): HTMLElement {
  const { say, locale } = speaker;
  const head = task.total === 1 ? say('massSend') : `${say('massSend')} · ${say('toMany', { n: task.total })}`;
  return el(
    'article',
    { className: `card ${task.status}` },
    el('div', { className: 'row' }, el('b', {}, head), el('span', { className: 'grow' }), when(task.at, locale)),
    el('div', { className: 'say quote' }, ...withLinks(task.text)),
    ...attachmentList(task.attachments, speaker),
    recipients(task, speaker),
    task.reminders > 0 && el('span', { className: 'small muted' }, say('reminded', { n: task.reminders })),
    taskFoot(task, speaker, deeds),
  );
}

function recipients({ customers, total }: TaskRow, { say }: Speaker): HTMLElement {
  const chips = customers.map(({ name, fate }) => {
    if (fate === 2 || fate === 3) return el('span', { className: 'chip warn' }, say(fate === 2 ? 'fate2' : 'fate3', { name }));
    return el('span', { className: 'chip' }, name);
  });
  const more = total - customers.length;
  return el('div', { className: 'to' }, ...chips, more > 0 && el('span', { className: 'chip' }, say('more', { n: more })));
}

function taskFoot(task: TaskRow, { say }: Speaker, deeds: StaffDeeds): HTMLElement {
  if (task.status === 'cancelled') return el('span', { className: 'small muted' }, say('cancelled'));
  if (task.status === 'sent') {
    const all = task.delivered === task.total;
    const text = say('sent', { delivered: task.delivered, total: task.total });
    return el('span', {}, el('span', { className: all ? 'chip live' : 'chip warn' }, text));
  }
  const names = task.customers.map(({ name }) => name).join('、');
  const label = say('sendLabel', { names: task.total > task.customers.length ? say('toMany', { n: task.total }) : names });
  const attributes = { 'aria-label': label };
  return el(
    'button',
    { type: 'button', className: 'primary wide', focusKey: `send-${task.msgid}`, attributes, onClick: () => deeds.send(task) },
    say('send'),
  );
}

function noticeCard(notice: NoticeRow, speaker: Speaker, deeds: StaffDeeds): HTMLElement {
  const { say, locale } = speaker;
  const link = notice.url === null ? null : el('a', { href: notice.url, attributes: { target: '_blank', rel: 'noreferrer' } }, say('open'));
  return el(
    'article',
    { className: 'card' },
    el(
      'div',
      { className: 'row' },
      el('span', { className: 'small muted' }, notice.source || say('notices')),
      el('span', { className: 'grow' }),
      when(notice.at, locale),
    ),
    notice.title !== '' && el('h3', {}, notice.title),
    notice.subtitle !== '' && el('span', { className: 'muted' }, notice.subtitle),
    notice.text !== '' && el('div', { className: 'say' }, ...withLinks(notice.text)),
    notice.facts.length > 0 &&
      el('dl', { className: 'facts' }, ...notice.facts.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, value)])),
    ...notice.choices.map((choice) => choiceField(notice, choice, speaker)),
    link,
    buttonRow(notice, speaker, deeds),
  );
}

/** Id of the field in which a question of a card is answered. */
export const choiceId = (msgid: string, question: string): string => `choice-${msgid}-${question}`;

function choiceField({ msgid }: NoticeRow, choice: NoticeRow['choices'][number], { say }: Speaker): HTMLElement {
  const options = choice.options.map(({ id, text }) => el('option', { attributes: { value: id } }, text));
  return el(
    'label',
    { className: 'small' },
    choice.title || say('choose'),
    el('select', { attributes: { id: choiceId(msgid, choice.question) } }, ...options),
  );
}

function buttonRow(notice: NoticeRow, { say }: Speaker, deeds: StaffDeeds): HTMLElement | null {
  if (notice.buttons.length === 0) return null;
  if (notice.replacedBy !== null) return el('button', { type: 'button', className: 'wide', disabled: true }, notice.replacedBy);
  const buttons = notice.buttons.map(({ key, text, primary }) => {
    const focusKey = `press-${notice.msgid}-${key}`;
    return el('button', { type: 'button', className: primary ? 'primary grow' : 'grow', focusKey, onClick: () => deeds.press(notice, key) }, text);
  });
  const pressed = notice.buttons.some((button) => button.pressed);
  return el('div', {}, el('div', { className: 'row' }, ...buttons), pressed && el('p', { className: 'small muted' }, say('pressed')));
}
