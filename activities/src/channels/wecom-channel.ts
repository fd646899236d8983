import { z } from 'zod';
import type { MassMessageOutcome, StaffNoteOutcome, WecomChannel } from '../channel-book.ts';
import { type WecomClient, WecomError } from './wecom-client.ts';

const MINUTE = 60_000;
/** `status` of a member's task: 2 is sent. */
const TASK_SENT = 2;
/** `status` of a customer's copy (get_groupmsg_send_result). */
const RESULTS: Readonly<Record<number, 'waiting' | 'sent' | 'not-friend' | 'capped'>> = { 0: 'waiting', 1: 'sent', 2: 'not-friend', 3: 'capped' };
const PAGE = 1_000;
/** message/send drops an identical note within this time (seconds); four hours is the most it offers. */
const LONGEST_DUPLICATE_CHECK_S = 14_400;

const Created = z.object({ msgid: z.string().min(1), fail_list: z.array(z.string()).default([]) });
const Told = z.object({ invaliduser: z.string().default('') });
const Tasks = z.object({
  task_list: z.array(z.object({ userid: z.string(), status: z.number() })).default([]),
  next_cursor: z.string().default(''),
});
const Results = z.object({
  send_list: z.array(z.object({ external_userid: z.string().optional(), status: z.number() })).default([]),
  next_cursor: z.string().default(''),
});

/** Messages to customers through staff: a task that the colleague confirms on the phone. */
export function createWecomChannel(client: WecomClient, agentId: number): WecomChannel {
  return {
    tellStaff: async ({ people, text }) => {
      try {
        const once = { enable_duplicate_check: 1, duplicate_check_interval: LONGEST_DUPLICATE_CHECK_S };
        const body = { touser: people.join('|'), msgtype: 'text', agentid: agentId, text: { content: text }, ...once };
        const { invaliduser } = await client.call('message/send', body, Told);
        const missed = invaliduser.split('|').filter((person) => person !== '');
        return missed.length === people.length ? { is: 'refused', text: `WeCom does not know ${missed.join(', ')}.` } : { is: 'sent' };
      } catch (error) {
        return noteFate(error);
      }
    },
    createMassMessage: async ({ sender, customers, text }) => {
      try {
        const body = { chat_type: 'single', external_userid: customers, sender, text: { content: text } };
        const { msgid, fail_list } = await client.call('externalcontact/add_msg_template', body, Created);
        return { is: 'created', msgid, unreachable: fail_list };
      } catch (error) {
        return fateOf(error);
      }
    },
    hasConfirmed: async ({ msgid, sender }) => {
      const tasks = pages((cursor) => client.call('externalcontact/get_groupmsg_task', { msgid, limit: PAGE, cursor }, Tasks));
      for await (const { task_list } of tasks) {
        const task = task_list.find(({ userid }) => userid === sender);
        if (task !== undefined) return task.status === TASK_SENT;
      }
      return false;
    },
    deliveryTo: async ({ msgid, sender, customer }) => {
      const results = pages((cursor) =>
        client.call('externalcontact/get_groupmsg_send_result', { msgid, userid: sender, limit: PAGE, cursor }, Results),
      );
      for await (const { send_list } of results) {
        const copy = send_list.find(({ external_userid }) => external_userid === customer);
        if (copy !== undefined) return RESULTS[copy.status] ?? 'waiting';
      }
      return 'waiting';
    },
  };
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
      return { is: 'refused', text };
    case 'no-answer':
      return { is: 'unknown', text };
  }
}

/** A note may be tried again whatever happened: the provider drops the second copy. */
function noteFate(error: unknown): StaffNoteOutcome {
  if (!(error instanceof WecomError)) throw error;
  const again = error.class !== 'config' && error.class !== 'unreachable' && error.class !== 'refused';
  return again ? { is: 'not-sent', pauseMs: MINUTE, text: error.message } : { is: 'refused', text: error.message };
}
