import type { PhonesView } from '@tendril/wecom-stand-in/view';
import { type Locale, type Speaker, speaker } from './words.ts';

/** What the person at the page is looking at. It stands in the address, so that a reload and a link show the same. */
export interface Looking {
  staff: string | null;
  customer: string | null;
  /** Whose chat is open on the customer's phone. */
  chat: string | null;
  search: string;
  section: 'tasks' | 'notices';
  /** The customer's phone shows the list of customers to choose from. */
  picking: boolean;
}

/** All the page knows. */
export interface PageState {
  readonly looking: Looking;
  view: PhonesView | null;
  speaker: Speaker;
}

const LOCALE_KEY = 'stand-in.locale';

/** The state at the beginning: from the address, the browser's language and what was chosen before. */
export function firstState(): PageState {
  const query = new URLSearchParams(location.search);
  const looking: Looking = {
    staff: query.get('staff'),
    customer: query.get('customer'),
    chat: query.get('chat'),
    search: '',
    section: query.get('section') === 'notices' ? 'notices' : 'tasks',
    picking: query.get('customer') === null,
  };
  return { looking, view: null, speaker: speaker(firstLocale(query.get('lang'))) };
}

function firstLocale(asked: string | null): Locale {
  const wish = asked ?? localStorage.getItem(LOCALE_KEY) ?? navigator.language;
  return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Keeps the choice of language for the next visit. */
export const rememberLocale = (locale: Locale): void => localStorage.setItem(LOCALE_KEY, locale);

/** Writes what is looked at into the address. */
export function rememberLooking({ staff, customer, chat, section }: Looking): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries({ staff, customer, chat, section: section === 'tasks' ? null : section })) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  address.searchParams.delete('lang');
  history.replaceState(null, '', address);
}
