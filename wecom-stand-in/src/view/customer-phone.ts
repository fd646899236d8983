import { receptionOf } from '../messages/receive-cap.ts';
import { pairOf } from '../people/relations.ts';
import type { StandIn } from '../stand-in.ts';
import type { ChatMessage } from '../state/state.ts';
import { attachmentRows } from './attachment-rows.ts';
import type { CustomerList, CustomerPhone } from './phones-view.ts';

const MOST_CUSTOMERS = 60;
const MOST_BUBBLES = 100;

/** Customers whose name or phone number holds the search words; those with the latest message first, then the newest. */
export function customerList({ store }: StandIn, search: string): CustomerList {
  const { customers, chats } = store.state;
  const last = new Map<string, ChatMessage>();
  for (const chat of chats) last.set(chat.external_userid, chat);
  const words = search.trim().toLowerCase();
  const found = Object.values(customers).filter(({ name, phone }) => words === '' || `${name} ${phone ?? ''}`.toLowerCase().includes(words));
  const touched = (id: string): number => last.get(id)?.at ?? 0;
  const rows = found
    .toSorted((one, other) => touched(other.external_userid) - touched(one.external_userid) || other.createdAt - one.createdAt)
    .slice(0, MOST_CUSTOMERS)
    .map(({ external_userid, name }) => {
      const chat = last.get(external_userid);
      return { id: external_userid, name, last: chat?.text.slice(0, 80) ?? '', at: chat?.at ?? null };
    });
  return { total: Object.keys(customers).length, found: found.length, rows };
}

/** One customer's phone, with the chat of the asked-for member open, or else the one with the latest message. */
export function customerPhone(standIn: StandIn, asked: { readonly id: string; readonly userid: string | null }): CustomerPhone | null {
  const { customers, chats, staff, relations } = standIn.store.state;
  const customer = customers[asked.id];
  if (customer === undefined) return null;
  const mine = chats.filter((chat) => chat.external_userid === asked.id);
  const people = staff.map(({ userid, name }) => ({ userid, name, status: relations[pairOf(userid, asked.id)]?.status ?? ('none' as const) }));
  const known = people.filter(({ status }) => status !== 'none');
  const open = known.find(({ userid }) => userid === asked.userid) ?? known.find(({ userid }) => userid === mine.at(-1)?.userid) ?? known[0] ?? null;
  const messages = mine.filter((chat) => chat.userid === open?.userid).slice(-MOST_BUBBLES);
  return {
    id: asked.id,
    name: customer.name,
    ...receptionOf(standIn.store.state, asked.id, standIn.now()),
    staff: people,
    chat:
      open === null
        ? null
        : {
            userid: open.userid,
            name: open.name,
            messages: messages.map(({ seq, from, kind, text, attachments, at }) => ({
              seq,
              from,
              kind,
              text,
              attachments: attachmentRows(attachments),
              at,
            })),
          },
  };
}
