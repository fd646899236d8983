import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { confirmMassSend } from '../messages/confirm-mass-send.ts';
import { befriend, unfriend } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import { phonesOf } from './phones-view.ts';

const Customer = z.object({
  name: z.string().trim().min(1).max(100),
  staff: z.string().min(1),
  phone: z.string().optional(),
  external_userid: z.string().optional(),
  state: z.string().max(30).optional(),
});
const Confirm = z.object({ msgid: z.string(), userid: z.string() });
const Reply = z.object({ userid: z.string(), external_userid: z.string(), text: z.string().trim().min(1).max(2_000) });
const Unfriend = z.object({ userid: z.string(), external_userid: z.string(), by: z.enum(['staff', 'customer']) });
const FaultInput = z.object({
  path: z.string(),
  errcode: z.number().int().optional(),
  delayMs: z.number().int().min(0).max(60_000).optional(),
  drop: z.enum(['before', 'after']).optional(),
  times: z.number().int().min(1).default(1),
});

/** What people do with the phones, and what tests ask for. Not part of WeCom's API. */
export function registerControlRoutes(app: FastifyInstance, standIn: StandIn): void {
  const post = <Shape extends z.ZodType>(path: string, shape: Shape, deed: (input: z.output<Shape>) => object | null): void => {
    app.post(`/stand-in/${path}`, async (request, reply) => {
      const parsed = shape.safeParse(request.body ?? {});
      if (!parsed.success) return reply.status(400).send({ error: z.prettifyError(parsed.error) });
      const done = deed(parsed.data);
      await standIn.store.saved();
      return done === null ? reply.status(404).send({ error: 'There is no such person, task or friendship.' }) : reply.send(done);
    });
  };
  app.get('/stand-in/phones', () => phonesOf(standIn));
  post('customers', Customer, (input) => befriend(standIn, input));
  post('confirm', Confirm, (input) => (confirmMassSend(standIn, input) ? { sent: true } : null));
  post('unfriend', Unfriend, (input) => (unfriend(standIn, input) ? { ended: true } : null));
  post('reply', Reply, ({ userid, external_userid, text }) => {
    if (standIn.store.state.customers[external_userid] === undefined) return null;
    return change(standIn, (state) => {
      state.lastSeq += 1;
      state.chats.push({ seq: state.lastSeq, userid, external_userid, from: 'customer', kind: 'typed', text, attachments: [], at: standIn.now() });
      return { seq: state.lastSeq };
    });
  });
  post('faults', FaultInput, (input) => {
    standIn.faults.add(input);
    return { faults: standIn.faults.list() };
  });
  post('reset', z.object({}), () => {
    standIn.faults.clear();
    standIn.store.reset();
    return { reset: true };
  });
}
