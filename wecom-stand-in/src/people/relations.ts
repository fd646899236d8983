import { randomBytes } from 'node:crypto';
import { change, type StandIn } from '../stand-in.ts';
import type { Relation } from '../state/state.ts';

/** The key under which a staff member's side of a friendship is kept. */
export const pairOf = (userid: string, external_userid: string): string => `${userid}|${external_userid}`;

/** Add way: scanned a code. */
const SCANNED = 1;
/** A welcome code can be used this long, and once. */
const WELCOME_MS = 20_000;
const REMEMBERED_CODES = 200;

/** A customer who adds a staff member, as by scanning a code. */
export interface NewCustomer {
  readonly name: string;
  readonly staff: string;
  readonly phone?: string | undefined;
  readonly external_userid?: string | undefined;
  /** The channel parameter of the code that was scanned; at most 30 characters. */
  readonly state?: string | undefined;
}

/**
 * Makes a customer and the friendship, and tells the app. A customer with the same phone number, or else with the same
 * name at the same colleague, is the same person; doing it again changes nothing and tells nobody.
 * @returns null if there is no such staff member
 */
export function befriend(standIn: StandIn, wish: NewCustomer): { external_userid: string; created: boolean } | null {
  const { state } = standIn.store;
  if (!state.staff.some(({ userid }) => userid === wish.staff)) return null;
  const external_userid = knownAs(standIn, wish) ?? `wm${randomBytes(15).toString('base64url')}`;
  const pair = pairOf(wish.staff, external_userid);
  if (state.relations[pair]?.status === 'friends') return { external_userid, created: false };
  const now = standIn.now();
  const code = randomBytes(24).toString('base64url');
  const stamp = { userid: wish.staff, external_userid, createtime: Math.floor(now / 1_000), state: wish.state ?? '' };
  change(standIn, (all) => {
    all.customers[external_userid] ??= { external_userid, name: wish.name, phone: wish.phone ?? null, createdAt: now };
    all.relations[pair] = newRelation(stamp, all.relations[pair]);
    all.welcomeCodes.push({ code, userid: wish.staff, external_userid, expiresAt: now + WELCOME_MS, usedAt: null });
    all.welcomeCodes.splice(0, all.welcomeCodes.length - REMEMBERED_CODES);
  });
  const stateField = wish.state === undefined ? {} : { State: wish.state };
  tellApp(standIn, 'add_external_contact', { userid: wish.staff, external_userid }, { ...stateField, WelcomeCode: code });
  return { external_userid, created: true };
}

function knownAs({ store }: StandIn, wish: NewCustomer): string | undefined {
  const { customers, relations } = store.state;
  if (wish.external_userid !== undefined) return wish.external_userid;
  if (wish.phone !== undefined) return Object.values(customers).find(({ phone }) => phone === wish.phone)?.external_userid;
  return Object.values(customers).find(({ name, external_userid }) => name === wish.name && pairOf(wish.staff, external_userid) in relations)
    ?.external_userid;
}

/** Ends a friendship from either side and tells the app. */
export function unfriend(standIn: StandIn, pair: { userid: string; external_userid: string; by: 'staff' | 'customer' }): boolean {
  const known = standIn.store.state.relations[pairOf(pair.userid, pair.external_userid)];
  if (known === undefined || known.status !== 'friends') return false;
  change(standIn, () => {
    known.status = pair.by === 'staff' ? 'staff-left' : 'customer-left';
  });
  tellApp(standIn, pair.by === 'staff' ? 'del_external_contact' : 'del_follow_user', pair);
  return true;
}

/** Remark and tags outlive a friendship that was ended and begun again. */
function newRelation(given: Pick<Relation, 'userid' | 'external_userid' | 'createtime' | 'state'>, earlier: Relation | undefined): Relation {
  const blank = { remark: '', description: '', remark_company: '', remark_mobiles: [], tags: [] };
  return { ...blank, ...earlier, ...given, status: 'friends', add_way: SCANNED };
}

function tellApp(
  { callbacks, settings, now }: StandIn,
  change_type: string,
  pair: { userid: string; external_userid: string },
  more: object = {},
): void {
  callbacks.tell({
    ToUserName: settings.corpId,
    FromUserName: 'sys',
    CreateTime: Math.floor(now() / 1_000),
    MsgType: 'event',
    Event: 'change_external_contact',
    ChangeType: change_type,
    UserID: pair.userid,
    ExternalUserID: pair.external_userid,
    ...more,
  });
}

/** True if both sides still have each other. */
export const isFriend = ({ store }: StandIn, { userid, external_userid }: { userid: string; external_userid: string }): boolean =>
  store.state.relations[pairOf(userid, external_userid)]?.status === 'friends';
