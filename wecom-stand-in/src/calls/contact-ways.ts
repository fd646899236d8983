import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { withBody } from './read-body.ts';

const MOST_STAFF = 100;

const Add = z.object({
  type: z.union([z.literal(1), z.literal(2)]),
  scene: z.union([z.literal(1), z.literal(2)]),
  remark: z.string().max(30).default(''),
  skip_verify: z.boolean().default(true),
  state: z.string().max(30).default(''),
  user: z.array(z.string()).default([]),
  party: z.array(z.number()).default([]),
});

/** POST externalcontact/add_contact_way: a code that adds a member; only scene 2 comes with a picture of it. */
export function addContactWay(standIn: StandIn, body: unknown): Answer {
  return withBody(Add, body, ({ party, ...way }) => {
    const { staff } = standIn.store.state;
    if (way.user.length === 0 || (way.type === 1 && way.user.length > 1)) return refuse(40035, 'type 1 takes one user, type 2 one or more');
    if (way.user.length > MOST_STAFF) return refuse(41041, 'too many users');
    if (way.user.some((userid) => !staff.some((member) => member.userid === userid))) return refuse(60111, 'userid not found');
    if (party.length > 0) return refuse(40066, 'the stand-in has no departments');
    const config_id = randomBytes(16).toString('hex');
    change(standIn, (state) => void state.contactWays.push({ config_id, ...way }));
    return ok({ config_id, ...(way.scene === 2 ? { qr_code: qrCodeUrl(standIn, config_id) } : {}) });
  });
}

const ById = z.object({ config_id: z.string() });

/** POST externalcontact/get_contact_way. */
export function getContactWay(standIn: StandIn, body: unknown): Answer {
  return withBody(ById, body, ({ config_id }) => {
    const way = standIn.store.state.contactWays.find((one) => one.config_id === config_id);
    if (way === undefined) return refuse(41044, 'invalid config_id');
    return ok({ contact_way: { ...way, party: [], ...(way.scene === 2 ? { qr_code: qrCodeUrl(standIn, config_id) } : {}) } });
  });
}

/** POST externalcontact/del_contact_way. */
export function delContactWay(standIn: StandIn, body: unknown): Answer {
  return withBody(ById, body, ({ config_id }) => {
    const { contactWays } = standIn.store.state;
    if (!contactWays.some((one) => one.config_id === config_id)) return refuse(41044, 'invalid config_id');
    change(standIn, (state) => {
      state.contactWays = contactWays.filter((one) => one.config_id !== config_id);
    });
    return ok();
  });
}

/** Address of the picture of a code; the picture leads to the page where a customer is played who scans it. */
export const qrCodeUrl = (standIn: StandIn, config_id: string): string => `${standIn.address()}/stand-in/qr/${config_id}.svg`;
