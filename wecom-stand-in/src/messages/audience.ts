import type { StandIn } from '../stand-in.ts';
import type { MassSend, Relation } from '../state/state.ts';
import { lastChatAt } from './chat.ts';

/** To whom a mass message goes: named customers, those with tags, or all of a sender's. */
export interface AudienceWish {
  readonly customers: readonly string[];
  /** OR inside a group, AND between groups. Ignored when customers are named. */
  readonly tagGroups: readonly (readonly string[])[];
  readonly sender: string | undefined;
}

/**
 * Divides the audience among staff: each customer goes to the given sender, else to the member who last wrote with it,
 * else to the one who knows it for the shortest time. Whom the sender does not know is left out.
 */
export function audienceOf(standIn: StandIn, wish: AudienceWish): MassSend['members'] {
  const known = Object.values(standIn.store.state.relations).filter((one) => one.status !== 'staff-left');
  const named = new Set(wish.customers);
  const wanted = known
    .filter((one) => wish.sender === undefined || one.userid === wish.sender)
    .filter((one) =>
      named.size > 0 ? named.has(one.external_userid) : wish.tagGroups.every((group) => one.tags.some((tag) => group.includes(tag))),
    );
  const bySender = new Map<string, string[]>();
  for (const [customer, relations] of Map.groupBy(wanted, (one) => one.external_userid)) {
    const sender = relations.toSorted((one, other) => closeness(standIn, other) - closeness(standIn, one))[0]?.userid;
    if (sender !== undefined) bySender.set(sender, [...(bySender.get(sender) ?? []), customer]);
  }
  return [...bySender].map(([userid, ids]) => ({
    userid,
    status: 0,
    sentAt: null,
    targets: ids.map((external_userid) => ({ external_userid, status: 0, sentAt: null })),
  }));
}

const closeness = (standIn: StandIn, { userid, external_userid, createtime }: Relation): number =>
  lastChatAt(standIn, userid, external_userid) ?? createtime * 1_000;
