import { z } from 'zod';
import { pairOf } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { Customer, Relation } from '../state/state.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { tagById } from './corp-tags.ts';
import { paged } from './paged.ts';
import { withBody } from './read-body.ts';

const MOST_TAGS = 3_000;

/** GET externalcontact/get_follow_user_list. */
export const getFollowUserList = ({ store }: StandIn): Answer => ok({ follow_user: store.state.staff.map(({ userid }) => userid) });

/** GET externalcontact/list: a member's customers. */
export function listCustomers({ store }: StandIn, { userid }: { userid?: string }): Answer {
  if (userid === undefined || userid === '') return refuse(41009, 'missing userid');
  if (!store.state.staff.some((member) => member.userid === userid)) return refuse(60111, 'userid not found');
  const mine = Object.values(store.state.relations).filter((one) => one.userid === userid && one.status !== 'staff-left');
  return mine.length === 0 ? refuse(84061, 'not external contact') : ok({ external_userid: mine.map(({ external_userid }) => external_userid) });
}

/** GET externalcontact/get: a customer and who follows it. */
export function getCustomer(standIn: StandIn, query: { external_userid?: string }): Answer {
  if (query.external_userid === undefined) return refuse(41035, 'missing external_userid');
  const { customers, relations } = standIn.store.state;
  const customer = customers[query.external_userid];
  if (customer === undefined) return refuse(40096, 'invalid external userid');
  const followers = Object.values(relations).filter((one) => one.external_userid === customer.external_userid && one.status !== 'staff-left');
  if (followers.length === 0) return refuse(84061, 'not external contact');
  return ok({ external_contact: contactOf(customer), follow_user: followers.map((one) => followUser(standIn, one)), next_cursor: '' });
}

const contactOf = ({ external_userid, name }: Customer) => ({ external_userid, name, type: 1, avatar: '', gender: 0 });

/** Here tags come with names; in the batch call they are bare ids. */
function followUser(standIn: StandIn, relation: Relation) {
  const { userid, external_userid, remark, description, remark_company, createtime, tags, remark_mobiles, add_way, state } = relation;
  const named = tags.flatMap((tag_id) => {
    const known = tagById(standIn, tag_id);
    return known === null ? [] : [{ group_name: known.group.group_name, tag_name: known.tag.name, tag_id, type: 1 }];
  });
  const remarks = { remark, description, remark_corp_name: remark_company, remark_mobiles };
  return { userid, ...remarks, createtime, tags: named, oper_userid: external_userid, add_way, state };
}

const Batch = z.object({
  userid_list: z.array(z.string()).min(1).max(100),
  cursor: z.string().default(''),
  limit: z.number().int().min(1).max(100).default(50),
});

/** POST externalcontact/batch/get_by_user: the nightly reconcile call. `follow_info` is one object, tags are bare ids. */
export function getByUser({ store }: StandIn, body: unknown): Answer {
  return withBody(Batch, body, ({ userid_list, cursor, limit }) => {
    const { relations, customers } = store.state;
    const followed = Object.values(relations).filter((one) => userid_list.includes(one.userid) && one.status !== 'staff-left');
    const { rows, next } = paged(followed, limit, cursor);
    const external_contact_list = rows.flatMap((relation) => {
      const customer = customers[relation.external_userid];
      if (customer === undefined) return [];
      const { userid, remark, description, remark_company, createtime, tags, remark_mobiles, add_way, state } = relation;
      const remarks = { remark, description, remark_corp_name: remark_company, remark_mobiles };
      const follow_info = { userid, ...remarks, createtime, tag_id: tags, oper_userid: relation.external_userid, add_way, state };
      return [{ external_contact: contactOf(customer), follow_info }];
    });
    return ok({ external_contact_list, next_cursor: next });
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

/** POST externalcontact/remark. Mobile numbers replace the earlier ones. */
export function setRemark(standIn: StandIn, body: unknown): Answer {
  return withBody(Remark, body, ({ userid, external_userid, ...remarks }) => {
    const given = Object.entries(remarks).filter(([, value]) => value !== undefined);
    if (given.length === 0) return refuse(40058, 'nothing to remark');
    return withPair(standIn, { userid, external_userid }, (pair) => void Object.assign(pair, Object.fromEntries(given)));
  });
}

const MarkTag = z.object({
  userid: z.string(),
  external_userid: z.string(),
  add_tag: z.array(z.string()).default([]),
  remove_tag: z.array(z.string()).default([]),
});

/** POST externalcontact/mark_tag. Tags belong to the pair of member and customer. */
export function markTag(standIn: StandIn, body: unknown): Answer {
  return withBody(MarkTag, body, ({ userid, external_userid, add_tag, remove_tag }) => {
    if ([...add_tag, ...remove_tag].some((tag) => tagById(standIn, tag) === null)) return refuse(40068, 'invalid tagid');
    return withPair(standIn, { userid, external_userid }, (pair) => {
      const tags = [...new Set([...pair.tags, ...add_tag])].filter((tag) => !remove_tag.includes(tag));
      pair.tags = tags.slice(0, MOST_TAGS);
    });
  });
}

function withPair(
  standIn: StandIn,
  { userid, external_userid }: { userid: string; external_userid: string },
  deed: (pair: Relation) => void,
): Answer {
  const pair = standIn.store.state.relations[pairOf(userid, external_userid)];
  if (pair === undefined || pair.status === 'staff-left') return refuse(84061, 'not external contact');
  change(standIn, () => deed(pair));
  return ok();
}
