import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readArchive, typeMessage } from '../messages/archive.ts';
import { confirmMassSend } from '../messages/confirm-mass-send.ts';
import { pressCard } from '../messages/press-card.ts';
import { befriend, isFriend, unfriend } from '../people/relations.ts';
import type { StandIn } from '../stand-in.ts';
import { posts } from './stand-in-post.ts';

const Customer = z.object({
  name: z.string().trim().min(1).max(100),
  staff: z.string().min(1),
  phone: z.string().min(1).optional(),
  external_userid: z.string().min(1).max(64).optional(),
  state: z.string().max(30).optional(),
});
const Scan = z.object({ config_id: z.string(), name: z.string().trim().min(1).max(100), external_userid: z.string().optional() });
const Pair = z.object({ userid: z.string(), external_userid: z.string() });
const Typed = Pair.extend({ text: z.string().trim().min(1).max(2_000), from: z.enum(['staff', 'customer']).default('customer') });
const Press = z.object({ msgid: z.string(), userid: z.string(), key: z.string(), selections: z.record(z.string(), z.string()).default({}) });
const Since = z.object({ seq: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1_000).default(1_000) });

/** What people do with their phones. Not part of WeCom's API. */
export function registerPeopleRoutes(app: FastifyInstance, standIn: StandIn): void {
  const post = posts(app, standIn);
  post('customers', Customer, (input) => befriend(standIn, input) ?? 'no-such-staff');
  post('scan', Scan, ({ config_id, name, external_userid }) => {
    const way = standIn.store.state.contactWays.find((one) => one.config_id === config_id);
    // A code of several members brings each new customer to the one with the fewest.
    const staff = way === undefined ? undefined : fewest(standIn, way.user);
    if (way === undefined || staff === undefined) return 'no-such-code';
    return befriend(standIn, { name, staff, external_userid, state: way.state }) ?? 'no-such-staff';
  });
  post('confirm', Pair.omit({ external_userid: true }).extend({ msgid: z.string() }), (input) =>
    confirmMassSend(standIn, input) ? { sent: true } : 'nothing-to-send',
  );
  post('unfriend', Pair.extend({ by: z.enum(['staff', 'customer']) }), (input) => (unfriend(standIn, input) ? { ended: true } : 'not-friends'));
  post('reply', Typed, (input) => (isFriend(standIn, input) ? { seq: typeMessage(standIn, input) } : 'not-friends'));
  post('press', Press, (input) => (pressCard(standIn, input) ? { pressed: true } : 'no-such-button'));
  app.get('/stand-in/chat-archive', async (request, reply) => {
    const asked = Since.safeParse(request.query);
    return asked.success ? readArchive(standIn, asked.data) : reply.status(400).send({ error: 'malformed', message: z.prettifyError(asked.error) });
  });
}

function fewest({ store }: StandIn, userids: readonly string[]): string | undefined {
  const friendsOf = (userid: string): number => Object.values(store.state.relations).filter((one) => one.userid === userid).length;
  return userids.toSorted((one, other) => friendsOf(one) - friendsOf(other))[0];
}
