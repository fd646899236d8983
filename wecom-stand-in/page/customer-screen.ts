import type { BubbleRow, CustomerPhone, PhonesView } from '@tendril/wecom-stand-in/view';
import { type Child, el } from './element.ts';
import type { Looking } from './page-state.ts';
import { attachmentList, avatar, emptyPlace, when, withLinks } from './parts.ts';
import type { Speaker } from './words.ts';

/** What can be done on the customers' side. */
export interface CustomerDeeds {
  pick(id: string): void;
  back(): void;
  search(words: string): void;
  open(userid: string): void;
  create(name: string): void;
  befriend(customer: CustomerPhone, userid: string): void;
  leave(customer: CustomerPhone, userid: string): void;
}

/** The head of the customer's phone: a search field while choosing, else the customer and the people it knows. */
export function customerTop(view: PhonesView, looking: Looking, speaker: Speaker, deeds: CustomerDeeds): readonly Child[] {
  const { say } = speaker;
  if (looking.picking || view.customer === null) {
    const field = el('input', {
      type: 'search',
      focusKey: 'search',
      attributes: { placeholder: say('search'), 'aria-label': say('search'), value: looking.search },
    });
    field.addEventListener('input', () => deeds.search(field.value));
    return [el('div', { className: 'find' }, field)];
  }
  const { customer } = view;
  const back = el(
    'button',
    { type: 'button', className: 'quiet back', focusKey: 'back', attributes: { 'aria-label': say('back') }, title: say('back'), onClick: deeds.back },
    '‹',
  );
  const who = el(
    'div',
    { className: 'who' },
    el('b', {}, customer.name),
    el('span', { className: 'small muted' }, say('received', { received: customer.received, most: customer.most })),
  );
  return [el('div', { className: 'top' }, back, avatar(customer.name, 'person'), who), chatTabs(customer, speaker, deeds)];
}

function chatTabs(customer: CustomerPhone, { say }: Speaker, deeds: CustomerDeeds): HTMLElement {
  const open = customer.chat?.userid;
  const tabs = customer.staff.map(({ userid, name, status }) => {
    const focusKey = `chat-${userid}`;
    if (status === 'none')
      return el(
        'button',
        { type: 'button', className: 'add', focusKey, onClick: () => deeds.befriend(customer, userid) },
        `+ ${say('add', { name })}`,
      );
    const attributes = { 'aria-pressed': String(userid === open), 'aria-label': say('chatWith', { name }) };
    return el('button', { type: 'button', focusKey, attributes, onClick: () => deeds.open(userid) }, name);
  });
  return el('div', { className: 'chats' }, ...tabs);
}

/** Customers to choose from, or the open chat. */
export function customerScreen(view: PhonesView, looking: Looking, speaker: Speaker, deeds: CustomerDeeds): readonly Child[] {
  if (looking.picking || view.customer === null) return pickList(view, looking, speaker, deeds);
  const { customer } = view;
  if (customer.chat === null) return [emptyPlace('chat', speaker.say('noChatTitle'), '')];
  const { userid, name, messages } = customer.chat;
  const status = customer.staff.find((one) => one.userid === userid)?.status;
  return [
    ...(messages.length === 0 ? [emptyPlace('chat', speaker.say('noChatTitle'), speaker.say('noChat', { name }))] : []),
    ...messages.map((message) => bubble(message, { customer: customer.name, staff: name }, speaker)),
    ending(customer, { userid, name, status }, speaker, deeds),
  ];
}

function ending(
  customer: CustomerPhone,
  other: { userid: string; name: string; status: string | undefined },
  { say }: Speaker,
  deeds: CustomerDeeds,
): HTMLElement {
  const { userid, name, status } = other;
  if (status === 'friends') {
    const leave = el(
      'button',
      { type: 'button', className: 'quiet small', focusKey: 'leave', onClick: () => deeds.leave(customer, userid) },
      say('deleteStaff', { name }),
    );
    return el('div', { className: 'row' }, el('span', { className: 'grow' }), leave);
  }
  const told = el('p', { className: 'notice-line' }, say(status === 'staff-left' ? 'deletedByStaff' : 'deletedStaff', { name }));
  const again = el('button', { type: 'button', focusKey: 'again', onClick: () => deeds.befriend(customer, userid) }, say('add', { name }));
  return el('div', { className: 'row' }, told, el('span', { className: 'grow' }), again, el('span', { className: 'grow' }));
}

function pickList({ customers, phone }: PhonesView, { search }: Looking, { say, locale }: Speaker, deeds: CustomerDeeds): readonly Child[] {
  const rows = customers.rows.map(({ id, name, last, at }) =>
    el(
      'button',
      { type: 'button', className: 'pick', focusKey: `pick-${id}`, onClick: () => deeds.pick(id) },
      avatar(name, 'person'),
      el('span', { className: 'who' }, el('b', {}, name), el('span', {}, last)),
      at !== null && when(at, locale),
    ),
  );
  const count = search.trim() === '' ? say('found', { n: customers.total }) : say('foundSome', { found: customers.found, n: customers.total });
  const empty =
    customers.total === 0
      ? emptyPlace('people', say('noCustomersTitle'), say('noCustomers'))
      : emptyPlace('people', say('noMatchTitle'), say('noMatch'));
  return [...(rows.length === 0 ? [empty] : [el('p', { className: 'small muted row' }, count), ...rows]), newCustomer(phone.name, say, deeds)];
}

function newCustomer(staff: string, say: Speaker['say'], deeds: CustomerDeeds): HTMLElement {
  const label = say('newCustomerName');
  const field = el('input', {
    type: 'text',
    focusKey: 'new-name',
    attributes: { placeholder: label, 'aria-label': label, maxlength: '100', required: '' },
  });
  const form = el(
    'form',
    { className: 'row', attributes: { style: 'margin-top:auto;padding:8px;flex-wrap:nowrap' } },
    field,
    el('button', { type: 'submit', title: say('addTo', { name: staff }) }, say('newCustomer')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    deeds.create(field.value);
  });
  return form;
}

function bubble(message: BubbleRow, names: { customer: string; staff: string }, speaker: Speaker): HTMLElement {
  const { say, locale } = speaker;
  const mine = message.from === 'customer';
  const kind = message.kind === 'mass-send' ? `${say('kindMassSend')} · ` : message.kind === 'welcome' ? `${say('kindWelcome')} · ` : '';
  return el(
    'div',
    { className: mine ? 'bubble mine' : 'bubble' },
    avatar(mine ? names.customer : names.staff, mine ? 'person' : 'staff'),
    el(
      'div',
      { className: 'body' },
      message.text !== '' && el('div', { className: 'words' }, ...withLinks(message.text)),
      ...attachmentList(message.attachments, speaker),
      el('span', { className: 'small muted' }, kind, when(message.at, locale)),
    ),
  );
}
