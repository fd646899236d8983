import { randomBytes } from 'node:crypto';
import { postCallback } from '../callbacks/post-callback.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { Relation } from '../state/state.ts';

/** The key under which a staff member's side of a friendship is kept. */
export const pairOf = (userid: string, external_userid: string): string => `${userid}|${external_userid}`;

/** Add ways that we play: 1 scanned a code, 15 met in person. */
const SCANNED = 1;

/** A customer adds a staff member, as by scanning a code. Doing it again changes nothing. */
export interface NewCustomer {
  readonly name: string;
  readonly staff: string;
  readonly phone?: string | undefined;
  readonly external_userid?: string | undefined;
  /** The channel parameter of the code that was scanned; at most 30 characters. */
  readonly state?: string | undefined;
}

/**
 * Makes a customer and the friendship, and tells the app. A customer with the same phone number is the same person.
 * @returns null if there is no such staff member
 */
export function befriend(standIn: StandIn, wish: NewCustomer): { external_userid: string; created: boolean } | null {
  const { state } = standIn.store;
  if (!state.staff.some(({ userid }) => userid === wish.staff)) return null;
  const known = wish.external_userid ?? Object.values(state.customers).find(({ phone }) => phone !== null && phone === wish.phone)?.external_userid;
  const external_userid = known ?? `wm${randomBytes(15).toString('base64url')}`;
  const pair = pairOf(wish.staff, external_userid);
  if (state.relations[pair]?.status === 'friends') return { external_userid, created: false };
  const now = standIn.now();
  change(standIn, (all) => {
    all.customers[external_userid] ??= { external_userid, name: wish.name, phone: wish.phone ?? null, createdAt: now };
    all.relations[pair] = relation({ userid: wish.staff, external_userid, createtime: Math.floor(now / 1_000), state: wish.state ?? '' });
  });
  void tellApp(standIn, 'add_external_contact', { userid: wish.staff, external_userid, ...(wish.state === undefined ? {} : { State: wish.state }) });
  return { external_userid, created: true };
}

/** Ends a friendship from either side and tells the app. */
export function unfriend(standIn: StandIn, pair: { userid: string; external_userid: string; by: 'staff' | 'customer' }): boolean {
  const known = standIn.store.state.relations[pairOf(pair.userid, pair.external_userid)];
  if (known === undefined || known.status !== 'friends') return false;
  change(standIn, () => {
    known.status = pair.by === 'staff' ? 'staff-left' : 'customer-left';
  });
  void tellApp(standIn, pair.by === 'staff' ? 'del_external_contact' : 'del_follow_user', pair);
  return true;
}

function relation(given: Pick<Relation, 'userid' | 'external_userid' | 'createtime' | 'state'>): Relation {
  return { status: 'friends', remark: '', description: '', remark_company: '', remark_mobiles: [], tags: [], add_way: SCANNED, ...given };
}

function tellApp(standIn: StandIn, change_type: string, pair: { userid: string; external_userid: string; State?: string }): Promise<boolean> {
  const { settings } = standIn;
  return postCallback(settings, {
    ToUserName: settings.corpId,
    FromUserName: 'sys',
    CreateTime: Math.floor(standIn.now() / 1_000),
    MsgType: 'event',
    Event: 'change_external_contact',
    ChangeType: change_type,
    UserID: pair.userid,
    ExternalUserID: pair.external_userid,
    ...(pair.State === undefined ? {} : { State: pair.State }),
  });
}
