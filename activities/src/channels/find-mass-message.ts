import { setTimeout as pause } from 'node:timers/promises';
import { wecomCalls } from './wecom-calls.ts';
import type { WecomClient } from './wecom-client.ts';
import { WecomError } from './wecom-error.ts';

/** What we asked for and got no answer to. */
export interface LostOrder {
  readonly sender: string;
  readonly customers: readonly string[];
  readonly text: string;
  /** When we began to ask: UTC instant in ms. */
  readonly askedAt: number;
}

/** WeCom's clock and ours may differ by this much (s). */
const CLOCK_SKEW_S = 120;
const PAGE = 100;
const MOST_PAGES = 5;

/**
 * Looks for the task of an order that was never answered: the same text, the same sender, the same customers, made since
 * we asked. There is no idempotency key, so this is how an order without an answer can still turn out to be done.
 * @param pauses waits between the looks, in ms: right after its creation a task cannot be seen yet
 * @returns its msgid, or null if it cannot be found, which proves nothing
 */
export async function findMassMessage(client: WecomClient, order: LostOrder, pauses: readonly number[]): Promise<string | null> {
  for (const wait of pauses) {
    await pause(wait);
    try {
      const found = await look(client, order);
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof WecomError)) throw error;
      if (error.class !== 'transient') return null;
    }
  }
  return null;
}

async function look(client: WecomClient, order: LostOrder): Promise<string | null> {
  const start_time = Math.floor(order.askedAt / 1_000) - CLOCK_SKEW_S;
  const period = { chat_type: 'single', start_time, end_time: start_time + 86_400, filter_type: 0, limit: PAGE };
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { group_msg_list, next_cursor } = await client.call(wecomCalls.massMessages, { ...period, cursor });
    for (const { msgid, text } of group_msg_list) {
      if (text?.content === order.text && (await goesTo(client, msgid, order))) return msgid;
    }
    if (next_cursor === '') return null;
    cursor = next_cursor;
  }
  return null;
}

async function goesTo(client: WecomClient, msgid: string, { sender, customers }: LostOrder): Promise<boolean> {
  const { send_list } = await client
    .call(wecomCalls.massMessageResults, { msgid, userid: sender, limit: customers.length + 1 })
    .catch((error: unknown) => {
      // A task of somebody else: the sender has no part in it.
      if (error instanceof WecomError && error.class === 'refused') return { send_list: [] };
      throw error;
    });
  const reached = new Set(send_list.map((copy) => copy.external_userid));
  return send_list.length > 0 && send_list.length <= customers.length && [...reached].every((id) => id !== undefined && customers.includes(id));
}
