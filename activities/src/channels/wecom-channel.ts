import type { MassMessageOutcome, StaffNoteOutcome, WecomChannel } from '../channel-book.ts';
import { findMassMessage } from './find-mass-message.ts';
import { wecomCalls } from './wecom-calls.ts';
import type { WecomClient } from './wecom-client.ts';
import { WecomError } from './wecom-error.ts';

const MINUTE = 60_000;
/** `status` of a member's task: 2 is sent. */
const TASK_SENT = 2;
/** `status` of a customer's copy (get_groupmsg_send_result). */
const RESULTS: Readonly<Record<number, 'waiting' | 'sent' | 'not-friend' | 'capped'>> = { 0: 'waiting', 1: 'sent', 2: 'not-friend', 3: 'capped' };
const PAGE = 1_000;
/** message/send drops an identical note within this time (seconds); four hours is the most it offers. */
const LONGEST_DUPLICATE_CHECK_S = 14_400;
/** When to look for an order that was not answered, in ms after the look before. */
const LOOKS_MS = [1_000, 3_000, 6_000];

/** What a channel needs besides its client; all of it has a default for production. */
export interface WecomChannelOptions {
  /** The app whose messages colleagues get. */
  readonly agentId: number;
  /** Real ms. */
  readonly now?: () => number;
  /** Waits before each look for an order without an answer, in ms; empty for not looking. */
  readonly looks?: readonly number[];
}

/** Messages to customers through staff: a task that the colleague confirms on the phone. */
export function createWecomChannel(client: WecomClient, { agentId, now = Date.now, looks = LOOKS_MS }: WecomChannelOptions): WecomChannel {
  return {
    tellStaff: (note) => tellStaff(client, agentId, note),
    createMassMessage: async ({ sender, customers, text }) => {
      const askedAt = now();
      try {
        const body = { chat_type: 'single', external_userid: customers, sender, text: { content: text } };
        const { msgid, fail_list } = await client.call(wecomCalls.createMassMessage, body);
        return { is: 'created', msgid, unreachable: fail_list };
      } catch (error) {
        const fate = fateOf(error);
        const msgid = fate.is === 'unknown' ? await findMassMessage(client, { sender, customers, text, askedAt }, looks) : null;
        return msgid === null ? fate : { is: 'created', msgid, unreachable: [] };
      }
    },
    hasConfirmed: async ({ msgid, sender }) => {
      for await (const { task_list } of pages((cursor) => client.call(wecomCalls.massMessageTasks, { msgid, limit: PAGE, cursor }))) {
        const task = task_list.find(({ userid }) => userid === sender);
        if (task !== undefined) return task.status === TASK_SENT;
      }
      return false;
    },
    deliveryTo: async ({ msgid, sender, customer }) => {
      const results = pages((cursor) => client.call(wecomCalls.massMessageResults, { msgid, userid: sender, limit: PAGE, cursor }));
      for await (const { send_list } of results) {
        const copy = send_list.find(({ external_userid }) => external_userid === customer);
        if (copy !== undefined) return RESULTS[copy.status] ?? 'waiting';
      }
      return 'waiting';
    },
  };
}

/** With the duplicate check a note may be asked for again whatever became of the first ask. */
async function tellStaff(
  client: WecomClient,
  agentId: number,
  { people, text, mayRepeat = false }: Parameters<WecomChannel['tellStaff']>[0],
): Promise<StaffNoteOutcome> {
  try {
    const once = mayRepeat ? {} : { enable_duplicate_check: 1, duplicate_check_interval: LONGEST_DUPLICATE_CHECK_S };
    const note = { touser: people.join('|'), msgtype: 'text', agentid: agentId, text: { content: text }, ...once };
    const { invaliduser } = await client.call(wecomCalls.messageToStaff, note);
    const missed = invaliduser.split('|').filter((person) => person !== '');
    return missed.length === people.length ? { is: 'refused', text: `WeCom does not know ${missed.join(', ')}.` } : { is: 'sent' };
  } catch (error) {
    return noteFate(error);
  }
}

async function* pages<Page extends { readonly next_cursor: string }>(read: (cursor: string) => Promise<Page>): AsyncGenerator<Page> {
  for (let cursor = ''; ; ) {
    const page = await read(cursor);
    yield page;
    if (page.next_cursor === '') return;
    cursor = page.next_cursor;
  }
}

/** The call has no idempotency key: only what certainly was not carried out may be tried again. */
function fateOf(error: unknown): MassMessageOutcome {
  if (!(error instanceof WecomError)) throw error;
  const text = error.message;
  switch (error.class) {
    case 'no-connection':
    case 'transient':
    case 'refresh-token':
      return { is: 'not-sent', again: true, pauseMs: MINUTE, text };
    case 'throttled':
      return { is: 'not-sent', again: true, pauseMs: 10 * MINUTE, text };
    case 'config':
      return { is: 'not-sent', again: false, pauseMs: null, text };
    case 'unreachable':
      return { is: 'unreachable', text };
    case 'refused':
    case 'expired':
      return { is: 'refused', text };
    case 'no-answer':
      return { is: 'unknown', text };
  }
}

function noteFate(error: unknown): StaffNoteOutcome {
  if (!(error instanceof WecomError)) throw error;
  const hopeless = error.class === 'config' || error.class === 'unreachable' || error.class === 'refused' || error.class === 'expired';
  return hopeless ? { is: 'refused', text: error.message } : { is: 'not-sent', pauseMs: MINUTE, text: error.message };
}
