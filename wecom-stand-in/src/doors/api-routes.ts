import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, refuse } from '../calls/answer.ts';
import { getCustomer, getFollowUserList, listCustomers, markTag, setRemark } from '../calls/contacts.ts';
import { addMsgTemplate, cancelGroupmsgSend, getGroupmsgSendResult, getGroupmsgTask, remindGroupmsgSend } from '../calls/mass-sends.ts';
import { sendToStaff } from '../calls/staff-messages.ts';
import { getToken, judgeToken } from '../calls/tokens.ts';
import type { StandIn } from '../stand-in.ts';

type Query = Readonly<Record<string, string>>;
type Call = (standIn: StandIn, given: { query: Query; body: unknown }) => Answer;

const gets: Readonly<Record<string, Call>> = {
  'externalcontact/get_follow_user_list': (standIn) => getFollowUserList(standIn),
  'externalcontact/list': (standIn, { query }) => listCustomers(standIn, query),
  'externalcontact/get': (standIn, { query }) => getCustomer(standIn, query),
};

const posts: Readonly<Record<string, Call>> = {
  'externalcontact/remark': (standIn, { body }) => setRemark(standIn, body),
  'externalcontact/mark_tag': (standIn, { body }) => markTag(standIn, body),
  'externalcontact/add_msg_template': (standIn, { body }) => addMsgTemplate(standIn, body),
  'externalcontact/get_groupmsg_task': (standIn, { body }) => getGroupmsgTask(standIn, body),
  'externalcontact/get_groupmsg_send_result': (standIn, { body }) => getGroupmsgSendResult(standIn, body),
  'externalcontact/remind_groupmsg_send': (standIn, { body }) => remindGroupmsgSend(standIn, body),
  'externalcontact/cancel_groupmsg_send': (standIn, { body }) => cancelGroupmsgSend(standIn, body),
  'message/send': (standIn, { body }) => sendToStaff(standIn, body),
};

/** WeCom's own paths. Refusals are HTTP 200 with an errcode; an unknown path is 404 with an empty body. */
export function registerApiRoutes(app: FastifyInstance, standIn: StandIn): void {
  app.get('/cgi-bin/gettoken', (request, reply) =>
    answer(standIn, { path: 'gettoken', request, reply, call: () => getToken(standIn, request.query as Query) }),
  );
  for (const [method, calls] of [
    ['GET', gets],
    ['POST', posts],
  ] as const) {
    for (const [path, call] of Object.entries(calls)) {
      app.route({
        method,
        url: `/cgi-bin/${path}`,
        handler: (request, reply) => {
          const query = request.query as Query;
          const guarded = (): Answer => judgeToken(standIn, query['access_token']) ?? call(standIn, { query, body: request.body });
          return answer(standIn, { path, request, reply, call: guarded });
        },
      });
    }
  }
}

async function answer(
  standIn: StandIn,
  given: { path: string; request: FastifyRequest; reply: FastifyReply; call: () => Answer },
): Promise<FastifyReply> {
  const { path, request, reply, call } = given;
  const fault = standIn.faults.strike(path);
  if (fault?.delayMs !== undefined) await pause(fault.delayMs);
  if (fault?.drop === 'before') return hangUp(request, reply);
  const said = fault?.errcode === undefined ? call() : refuse(fault.errcode, 'asked for by a test');
  await standIn.store.saved();
  return fault?.drop === 'after' ? hangUp(request, reply) : reply.send(said);
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}
