import { z } from 'zod';
import { pairOf } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { Relation } from '../state/state.ts';
import { type Answer, malformed, ok, refuse } from './answer.ts';

/** GET externalcontact/get_follow_user_list. */
export const getFollowUserList = ({ store }: StandIn): Answer => ok({ follow_user: store.state.staff.map(({ userid }) => userid) });

/** GET externalcontact/list: a member's customers. */
export function listCustomers({ store }: StandIn, { userid }: { userid?: string }): Answer {
  const mine = Object.values(store.state.relations).filter((one) => one.userid === userid && one.status !== 'staff-left');
  return mine.length === 0 ? refuse(84061, 'not external contact') : ok({ external_userid: mine.map(({ external_userid }) => external_userid) });
}

/** GET externalcontact/get: a customer and who follows it. */
export function getCustomer({ store }: StandIn, query: { external_userid?: string }): Answer {
  const { customers, relations } = store.state;
  const customer = query.external_userid === undefined ? undefined : customers[query.external_userid];
  if (customer === undefined) return refuse(40096, 'invalid external userid');
  const followers = Object.values(relations).filter((one) => one.external_userid === customer.external_userid && one.status !== 'staff-left');
  if (followers.length === 0) return refuse(84061, 'not external contact');
  const { external_userid, name } = customer;
  return ok({
    external_contact: { external_userid, name, type: 1, avatar: '', gender: 0 },
    follow_user: followers.map(({ userid, remark, description, createtime, tags, remark_mobiles, add_way, state }) => ({
      userid,
      remark,
      description,
      createtime,
      tags: tags.map((tag_id) => ({ tag_id, type: 1 })),
      remark_mobiles,
      oper_userid: external_userid,
      add_way,
      state,
    })),
    next_cursor: '',
  });
}

const Remark = z.object({
  userid: z.string(),
  external_userid: z.string(),
  remark: z.string().max(20).optional(),
  description: z.string().max(150).optional(),
  remark_company: z.string().max(20).optional(),
  remark_mobiles: z.array(z.string()).optional(),
});

/** POST externalcontact/remark. */
export function setRemark(standIn: StandIn, body: unknown): Answer {
  const parsed = Remark.safeParse(body);
  if (!parsed.success) return malformed(parsed.error.message);
  const { userid, external_userid, ...remarks } = parsed.data;
  const pair = friends(standIn, userid, external_userid);
  if (pair === null) return refuse(84061, 'not external contact');
  change(standIn, () => Object.assign(pair, Object.fromEntries(Object.entries(remarks).filter(([, value]) => value !== undefined))));
  return ok();
}

const MarkTag = z.object({
  userid: z.string(),
  external_userid: z.string(),
  add_tag: z.array(z.string()).default([]),
  remove_tag: z.array(z.string()).default([]),
});

/** POST externalcontact/mark_tag. Tags belong to the pair of member and customer. */
export function markTag(standIn: StandIn, body: unknown): Answer {
  const parsed = MarkTag.safeParse(body);
  if (!parsed.success) return malformed(parsed.error.message);
  const { userid, external_userid, add_tag, remove_tag } = parsed.data;
  const pair = friends(standIn, userid, external_userid);
  if (pair === null) return refuse(84061, 'not external contact');
  change(standIn, () => {
    pair.tags = [...new Set([...pair.tags, ...add_tag])].filter((tag) => !remove_tag.includes(tag));
  });
  return ok();
}

function friends({ store }: StandIn, userid: string, external_userid: string): Relation | null {
  const pair = store.state.relations[pairOf(userid, external_userid)];
  return pair === undefined || pair.status === 'staff-left' ? null : pair;
}
