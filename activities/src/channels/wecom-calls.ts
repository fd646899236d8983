import { z } from 'zod';

/** One call of WeCom's server API: how it is asked and what it answers. */
export interface WecomCall<Shape extends z.ZodType = z.ZodType> {
  /** With GET the input becomes the query. */
  readonly method: 'GET' | 'POST';
  /** Below /cgi-bin/. */
  readonly path: string;
  /** Asking twice changes nothing more than asking once, so an ask without an answer may be repeated. */
  readonly repeatable: boolean;
  readonly answer: Shape;
}

const call = <Shape extends z.ZodType>(method: WecomCall['method'], path: string, answer: Shape, { once = false } = {}): WecomCall<Shape> => ({
  method,
  path,
  repeatable: !once,
  answer,
});

const cursor = z.string().default('');
const nothing = z.looseObject({});
const contact = z.looseObject({ external_userid: z.string(), name: z.string().default('') });
const follower = z.looseObject({
  userid: z.string(),
  remark: z.string().default(''),
  state: z.string().default(''),
  createtime: z.number().default(0),
});

/** A customer's copy of a mass message: 0 unsent, 1 sent, 2 not a friend, 3 receive cap reached. */
const copy = z.object({
  external_userid: z.string().optional(),
  userid: z.string().default(''),
  status: z.number(),
  send_time: z.number().optional(),
});

/** The calls we make, by what they do. Fields are WeCom's own; limits stand in the documentation of each path. */
export const wecomCalls = {
  staffWithCustomers: call('GET', 'externalcontact/get_follow_user_list', z.object({ follow_user: z.array(z.string()).default([]) })),
  customersOf: call('GET', 'externalcontact/list', z.object({ external_userid: z.array(z.string()).default([]) })),
  customer: call(
    'GET',
    'externalcontact/get',
    z.object({ external_contact: contact, follow_user: z.array(follower).default([]), next_cursor: cursor }),
  ),
  customersByStaff: call(
    'POST',
    'externalcontact/batch/get_by_user',
    z.object({ external_contact_list: z.array(z.object({ external_contact: contact, follow_info: follower })).default([]), next_cursor: cursor }),
  ),
  remark: call('POST', 'externalcontact/remark', nothing),
  markTag: call('POST', 'externalcontact/mark_tag', nothing),
  createMassMessage: call(
    'POST',
    'externalcontact/add_msg_template',
    z.object({ msgid: z.string().min(1), fail_list: z.array(z.string()).default([]) }),
    { once: true },
  ),
  massMessages: call(
    'POST',
    'externalcontact/get_groupmsg_list_v2',
    z.object({
      group_msg_list: z.array(z.looseObject({ msgid: z.string(), text: z.looseObject({ content: z.string().default('') }).optional() })).default([]),
      next_cursor: cursor,
    }),
  ),
  massMessageTasks: call(
    'POST',
    'externalcontact/get_groupmsg_task',
    z.object({ task_list: z.array(z.object({ userid: z.string(), status: z.number() })).default([]), next_cursor: cursor }),
  ),
  massMessageResults: call(
    'POST',
    'externalcontact/get_groupmsg_send_result',
    z.object({ send_list: z.array(copy).default([]), next_cursor: cursor }),
  ),
  remindOfMassMessage: call('POST', 'externalcontact/remind_groupmsg_send', nothing, { once: true }),
  cancelMassMessage: call('POST', 'externalcontact/cancel_groupmsg_send', nothing),
  welcome: call('POST', 'externalcontact/send_welcome_msg', nothing),
  addContactWay: call('POST', 'externalcontact/add_contact_way', z.object({ config_id: z.string().min(1), qr_code: z.string().optional() }), {
    once: true,
  }),
  /** Always sent with the duplicate check, which is what makes it repeatable. */
  messageToStaff: call(
    'POST',
    'message/send',
    z.object({ invaliduser: z.string().default(''), msgid: z.string().default(''), response_code: z.string().optional() }),
  ),
  updateCard: call('POST', 'message/update_template_card', nothing),
} as const;
