import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, refuse } from '../calls/answer.ts';
import { updateTemplateCard } from '../calls/card-updates.ts';
import { addContactWay, delContactWay, getContactWay } from '../calls/contact-ways.ts';
import { getByUser, getCustomer, getFollowUserList, listCustomers, markTag, setRemark } from '../calls/contacts.ts';
import { addCorpTag, delCorpTag, editCorpTag, getCorpTagList } from '../calls/corp-tags.ts';
import {
  addMsgTemplate,
  cancelGroupmsgSend,
  getGroupmsgListV2,
  getGroupmsgSendResult,
  getGroupmsgTask,
  remindGroupmsgSend,
} from '../calls/mass-sends.ts';
import { uploadMedia } from '../calls/media.ts';
import { sendByRobot } from '../calls/robots.ts';
import { sendToStaff } from '../calls/staff-messages.ts';
import { getToken, judgeToken } from '../calls/tokens.ts';
import { sendWelcomeMsg } from '../calls/welcome.ts';
import type { StandIn } from '../stand-in.ts';
import { readUpload } from './read-upload.ts';

type Query = Readonly<Record<string, string>>;
type Get = (standIn: StandIn, query: Query) => Answer;
type Post = (standIn: StandIn, body: unknown) => Answer;

const gets: Readonly<Record<string, Get>> = {
  'externalcontact/get_follow_user_list': getFollowUserList,
  'externalcontact/list': listCustomers,
  'externalcontact/get': getCustomer,
};

const posts: Readonly<Record<string, Post>> = {
  'externalcontact/batch/get_by_user': getByUser,
  'externalcontact/remark': setRemark,
  'externalcontact/mark_tag': markTag,
  'externalcontact/get_corp_tag_list': getCorpTagList,
  'externalcontact/add_corp_tag': addCorpTag,
  'externalcontact/edit_corp_tag': editCorpTag,
  'externalcontact/del_corp_tag': delCorpTag,
  'externalcontact/add_msg_template': addMsgTemplate,
  'externalcontact/get_groupmsg_list_v2': getGroupmsgListV2,
  'externalcontact/get_groupmsg_task': getGroupmsgTask,
  'externalcontact/get_groupmsg_send_result': getGroupmsgSendResult,
  'externalcontact/remind_groupmsg_send': remindGroupmsgSend,
  'externalcontact/cancel_groupmsg_send': cancelGroupmsgSend,
  'externalcontact/send_welcome_msg': sendWelcomeMsg,
  'externalcontact/add_contact_way': addContactWay,
  'externalcontact/get_contact_way': getContactWay,
  'externalcontact/del_contact_way': delContactWay,
  'message/send': sendToStaff,
  'message/update_template_card': updateTemplateCard,
};

/** Fields that a refused call carries all the same, empty: whoever reads them before the errcode reads nonsense. */
const empties: Readonly<Record<string, object>> = {
  'externalcontact/get_follow_user_list': { follow_user: [] },
  'externalcontact/list': { external_userid: [] },
  'externalcontact/batch/get_by_user': { external_contact_list: [], next_cursor: '' },
  'externalcontact/get_groupmsg_list_v2': { group_msg_list: [], next_cursor: '' },
  'externalcontact/get_groupmsg_task': { task_list: [], next_cursor: '' },
  'externalcontact/get_groupmsg_send_result': { send_list: [], next_cursor: '' },
  'externalcontact/add_msg_template': { fail_list: [], msgid: '' },
};

/** WeCom's own paths. Refusals are HTTP 200 with an errcode; an unknown path is 404 with an empty body. */
export function registerApiRoutes(app: FastifyInstance, standIn: StandIn): void {
  const route = (method: 'GET' | 'POST', path: string, work: (request: FastifyRequest, query: Query) => Answer | Promise<Answer>): void => {
    app.route({
      method,
      url: `/cgi-bin/${path}`,
      handler: (request, reply) => answer(standIn, { path, request, reply, work: () => work(request, request.query as Query) }),
    });
  };
  const judged = (query: Query, work: () => Answer | Promise<Answer>) => judgeToken(standIn, query['access_token']) ?? work();

  route('GET', 'gettoken', (_request, query) => getToken(standIn, query));
  for (const [path, call] of Object.entries(gets)) route('GET', path, (_request, query) => judged(query, () => call(standIn, query)));
  for (const [path, call] of Object.entries(posts)) route('POST', path, ({ body }, query) => judged(query, () => call(standIn, body)));
  route('POST', 'media/upload', (request, query) => judged(query, async () => uploadMedia(standIn, query['type'], await readUpload(request))));
  route('POST', 'webhook/send', ({ body }, query) => sendByRobot(standIn, query['key'], body));
}

interface Exchange {
  readonly path: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly work: () => Answer | Promise<Answer>;
}

async function answer(standIn: StandIn, { path, request, reply, work }: Exchange): Promise<FastifyReply> {
  const fault = standIn.faults.strike(path);
  const note = (errcode: number | null): void => {
    standIn.calls.note({ at: standIn.now(), method: request.method, path, errcode, faulty: fault !== null });
  };
  if (fault?.drop === 'before') {
    note(null);
    return hangUp(request, reply);
  }
  if (fault?.status !== undefined) {
    note(null);
    return reply.status(fault.status).send();
  }
  const said = fault?.errcode === undefined ? await work() : refuse(fault.errcode, 'asked for by a test');
  await standIn.store.saved();
  if (fault?.delayMs !== undefined) await pause(fault.delayMs, undefined, { ref: false });
  note(fault?.drop === 'after' ? null : said.errcode);
  if (fault?.drop === 'after') return hangUp(request, reply);
  return reply.send(said.errcode === 0 ? said : { ...empties[path], ...said });
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}
