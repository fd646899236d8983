import type { CustomerPhone, NoticeRow, TaskRow } from '@tendril/wecom-stand-in/view';
import { type CustomerDeeds, customerScreen, customerTop } from './customer-screen.ts';
import { byId, redraw } from './element.ts';
import { firstState, type Looking, rememberLocale, rememberLooking } from './page-state.ts';
import { doDeed, listen, readView } from './server.ts';
import { choiceId, type StaffDeeds, staffScreen, staffSections, staffTabs } from './staff-screen.ts';
import { faultPanel, robotPanel, type WireDeeds, wayPanel, wireList } from './wire-panel.ts';
import { speaker } from './words.ts';

const state = firstState();
const { looking } = state;
const region = (id: string): HTMLElement => byId(id, HTMLElement);

/** Looks somewhere else and shows it. */
async function look(change: Partial<Looking>): Promise<void> {
  Object.assign(looking, change);
  rememberLooking(looking);
  draw();
  await refresh();
}

/** The newest question wins: an answer that comes late is not shown over a newer one. */
let asked = 0;
async function refresh(): Promise<void> {
  const question = ++asked;
  const view = await readView(looking).catch(() => null);
  if (question !== asked || view === null) return;
  state.view = view;
  draw();
}

async function act(path: string, body: object, after: Partial<Looking> = {}): Promise<Readonly<Record<string, unknown>> | null> {
  const done = await doDeed(path, body);
  const alert = region('alert');
  alert.hidden = done.ok;
  alert.textContent = done.ok ? '' : state.speaker.say('failed') + state.speaker.refusal(done.code);
  await look(done.ok ? after : {});
  return done.ok ? done.answer : null;
}

const staffDeeds: StaffDeeds = {
  choose: (staff) => void look({ staff }),
  show: (section) => void look({ section }),
  send: ({ msgid, customers }: TaskRow) => {
    const userid = state.view?.phone.userid ?? '';
    const first = customers[0]?.id;
    // The customer's phone turns to somebody who gets the message, so that one sees it arrive.
    void act('confirm', { msgid, userid }, first === undefined ? {} : { customer: first, chat: userid, picking: false });
  },
  press: ({ msgid, choices }: NoticeRow, key) => {
    const chosen = choices.map(({ question }) => [question, byId(choiceId(msgid, question), HTMLSelectElement).value] as const);
    void act('press', { msgid, userid: state.view?.phone.userid ?? '', key, selections: Object.fromEntries(chosen) });
  },
};

const customerDeeds: CustomerDeeds = {
  pick: (customer) => void look({ customer, chat: state.view?.phone.userid ?? null, picking: false }),
  back: () => void look({ picking: true }),
  search: (search) => void look({ search }),
  open: (chat) => void look({ chat }),
  create: (name) => void befriend({ name, staff: state.view?.phone.userid ?? '' }),
  befriend: ({ id, name }: CustomerPhone, staff) => void befriend({ name, staff, external_userid: id }),
  leave: ({ id }: CustomerPhone, userid) => void act('unfriend', { userid, external_userid: id, by: 'customer' }),
};

async function befriend(wish: { name: string; staff: string; external_userid?: string }): Promise<void> {
  const friend = await act('customers', wish);
  if (friend !== null) await look({ customer: String(friend['external_userid']), chat: wish.staff, picking: false });
}

const wireDeeds: WireDeeds = {
  clearFaults: () => void doDeed('faults', {}, 'DELETE').then(refresh),
  scan: (config_id, name) => void act('scan', { config_id, name }),
};

function draw(): void {
  drawFrame();
  const { view, speaker: speaks } = state;
  if (view === null) return;
  const { locale } = speaks;
  redraw(region('staff-tabs'), [view.staff, view.phone.userid], () => staffTabs(view, staffDeeds));
  redraw(region('staff-sections'), [view.phone, looking.section, locale], () => staffSections(view, looking, speaks, staffDeeds));
  redraw(region('staff-screen'), [view.phone, looking.section, locale], () => staffScreen(view.phone, looking, speaks, staffDeeds));
  redraw(region('faults'), [view.faults, locale], () => faultPanel(view, speaks, wireDeeds));
  redraw(region('wire'), [view.log, locale], () => wireList(view, speaks));
  redraw(region('ways'), [view.ways, locale], () => wayPanel(view, speaks, wireDeeds));
  redraw(region('robot'), [view.robot, locale], () => robotPanel(view, speaks));
  drawCustomer();
}

function drawCustomer(): void {
  const { view, speaker: speaks } = state;
  if (view === null) return;
  const picking = looking.picking || view.customer === null;
  const head = picking ? null : [view.customer?.id, view.customer?.name, view.customer?.received, view.customer?.staff, view.customer?.chat?.userid];
  redraw(region('customer-top'), [picking, head, speaks.locale], () => customerTop(view, looking, speaks, customerDeeds));
  const screen = region('customer-screen');
  screen.classList.toggle('list', picking);
  const shows = picking ? [view.customers, looking.search, view.phone.name] : view.customer;
  const drawn = redraw(screen, [picking, shows, speaks.locale], () => customerScreen(view, looking, speaks, customerDeeds));
  if (drawn) screen.scrollTop = picking ? 0 : screen.scrollHeight;
  drawComposer(picking ? null : view.customer);
}

function drawComposer(customer: CustomerPhone | null): void {
  const friends = customer?.staff.find(({ userid }) => userid === customer.chat?.userid)?.status === 'friends';
  byId('composer', HTMLFormElement).hidden = customer === null || !friends;
  if (customer === null) return;
  const field = byId('reply', HTMLInputElement);
  field.placeholder = state.speaker.say('replyLabel', { name: customer.name });
  field.setAttribute('aria-label', field.placeholder);
}

function drawFrame(): void {
  const { say, locale } = state.speaker;
  document.documentElement.lang = locale;
  document.title = say('title');
  const texts = {
    title: 'title',
    about: 'about',
    'staff-heading': 'staffPhone',
    'customer-heading': 'customerPhone',
    'wire-heading': 'wire',
    'reply-send': 'reply',
    language: 'other',
  } as const;
  for (const [id, name] of Object.entries(texts)) region(id).textContent = say(name);
  region('language').setAttribute('aria-label', say('otherLabel'));
  region('theme').textContent = say(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark');
}

function showLine(up: boolean): void {
  const chip = region('line');
  chip.className = up ? 'chip live' : 'chip warn';
  chip.textContent = state.speaker.say(up ? 'live' : 'offline');
}

region('language').addEventListener('click', () => {
  state.speaker = speaker(state.speaker.locale === 'en' ? 'zh-CN' : 'en');
  rememberLocale(state.speaker.locale);
  showLine(true);
  draw();
});
region('theme').addEventListener('click', () => {
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem('stand-in.theme', theme);
  draw();
});
byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const field = byId('reply', HTMLInputElement);
  const customer = state.view?.customer;
  if (customer === null || customer === undefined || customer.chat === null) return;
  void act('reply', { userid: customer.chat.userid, external_userid: customer.id, text: field.value });
  field.value = '';
});

/** Whoever scans a code comes here: the field for the name of the one who scans is ready. */
function showScanned(): void {
  const way = new URLSearchParams(location.search).get('scan');
  if (way !== null) document.querySelector<HTMLElement>(`[data-focus-key="${CSS.escape(`scan-${way}`)}"]`)?.focus();
}

draw();
void refresh().then(showScanned);
listen(() => void refresh(), showLine);
