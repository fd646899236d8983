import type { Db, Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import { may } from '../../api/permissions.ts';
import type { SeatsView } from '../../api/seat-views.ts';
import { findJourney } from '../journeys/find-journey.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { UserError } from '../user-error.ts';
import { handTo, type Seat, SILENCE_MS, settleSeats } from './pen-rules.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock'>;
type StoredSeat = Prisma.JourneySeatGetPayload<object>;

/** A tab of a journey. */
export interface OneSeat {
  readonly id: string;
  readonly tab: string;
}

const ms = (at: Date | null): number | null => at?.getTime() ?? null;
const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

const toSeat = ({ tab, mayWrite, arrivedAt, seenAt, holdsSince, askedAt }: StoredSeat): Seat => ({
  tab,
  mayWrite,
  arrivedAt: arrivedAt.getTime(),
  seenAt: seenAt.getTime(),
  holdsSince: ms(holdsSince),
  askedAt: ms(askedAt),
});

async function write(tx: Prisma.TransactionClient, journeyId: string, stored: readonly StoredSeat[], seats: readonly Seat[]): Promise<void> {
  const gone = stored.filter(({ tab }) => !seats.some((seat) => seat.tab === tab));
  if (gone.length > 0) await tx.journeySeat.deleteMany({ where: { journeyId, tab: { in: gone.map(({ tab }) => tab) } } });
  for (const { tab, holdsSince, askedAt } of seats) {
    const before = stored.find((seat) => seat.tab === tab);
    if (before === undefined || (ms(before.holdsSince) === holdsSince && ms(before.askedAt) === askedAt)) continue;
    await tx.journeySeat.update({
      where: { journeyId_tab: { journeyId, tab } },
      data: { holdsSince: instant(holdsSince), askedAt: instant(askedAt) },
    });
  }
}

async function read(tx: Prisma.TransactionClient, journeyId: string, revision: number, now: number): Promise<SeatsView> {
  const stored = await tx.journeySeat.findMany({ where: { journeyId }, orderBy: [{ arrivedAt: 'asc' }, { tab: 'asc' }] });
  const people = await tx.user.findMany({ where: { id: { in: stored.map(({ userId }) => userId) } }, select: { id: true, name: true } });
  return {
    revision,
    silenceMs: SILENCE_MS,
    seats: stored.map(({ tab, userId, holdsSince, askedAt }) => ({
      tab,
      userId,
      name: people.find(({ id }) => id === userId)?.name ?? '',
      holds: holdsSince !== null,
      askingMs: askedAt === null ? null : Math.max(0, now - askedAt.getTime()),
    })),
  };
}

/**
 * Says that a tab is still there, lets `change` have its way with who holds and asks, and answers who is there then. What
 * happens at one journey's seats happens one after the other.
 */
async function atSeats(
  { db, clock }: Parts,
  caller: Caller,
  { id, tab }: OneSeat,
  change: (seats: readonly Seat[], now: number) => readonly Seat[],
): Promise<SeatsView> {
  await findJourney(db, caller, id);
  return db.client.$transaction(async (tx) => {
    const revision = (await lockJourney(tx, id)) ?? 0;
    const now = clock.now();
    const at = new Date(now);
    const who = { userId: caller.userId, mayWrite: may(caller.role, 'journeys.write'), seenAt: at };
    // Another person has logged in in the same tab: the seat is theirs now, and begins anew.
    await tx.journeySeat.deleteMany({ where: { journeyId: id, tab, userId: { not: caller.userId } } });
    await tx.journeySeat.upsert({
      where: { journeyId_tab: { journeyId: id, tab } },
      create: { journeyId: id, tab, workspaceId: caller.workspaceId, arrivedAt: at, ...who },
      update: who,
    });
    const stored = await tx.journeySeat.findMany({ where: { journeyId: id } });
    await write(tx, id, stored, change(settleSeats(stored.map(toSeat), now), now));
    return read(tx, id, revision, now);
  });
}

/** Says that a tab still shows the journey; the first who may write gets the pen. */
export const keepSeat = (parts: Parts, caller: Caller, seat: OneSeat): Promise<SeatsView> => atSeats(parts, caller, seat, (seats) => seats);

/** Asks for the pen; asking again does not lose one's turn. */
export const askForPen = (parts: Parts, caller: Caller, seat: OneSeat): Promise<SeatsView> =>
  atSeats(parts, caller, seat, (seats, now) =>
    seats.map((one) => (one.tab === seat.tab && one.holdsSince === null ? { ...one, askedAt: one.askedAt ?? now } : one)),
  );

const holds = (seats: readonly Seat[], tab: string): boolean => seats.some((seat) => seat.tab === tab && seat.holdsSince !== null);

/**
 * Gives the pen to a seat that is there and may write.
 * @throws UserError `seat.not-yours`, `seat.gone`
 */
export const handOver = (parts: Parts, caller: Caller, { to, ...seat }: OneSeat & { readonly to: string }): Promise<SeatsView> =>
  atSeats(parts, caller, seat, (seats, now) => {
    if (!holds(seats, seat.tab)) throw new UserError('seat.not-yours', {}, 'CONFLICT');
    if (!seats.some(({ tab, mayWrite }) => tab === to && mayWrite)) throw new UserError('seat.gone', {}, 'CONFLICT');
    return handTo(seats, to, now);
  });

/**
 * Answers a request with no; the asker may ask again.
 * @throws UserError `seat.not-yours`
 */
export const keepPen = (parts: Parts, caller: Caller, { asker, ...seat }: OneSeat & { readonly asker: string }): Promise<SeatsView> =>
  atSeats(parts, caller, seat, (seats) => {
    if (!holds(seats, seat.tab)) throw new UserError('seat.not-yours', {}, 'CONFLICT');
    return seats.map((one) => (one.tab === asker ? { ...one, askedAt: null } : one));
  });

/** Gets up; the pen goes to whoever asked first, else came first. Only one's own seat. */
export async function leaveSeat({ db, clock }: Parts, caller: Caller, { id, tab }: OneSeat): Promise<void> {
  await findJourney(db, caller, id);
  await db.client.$transaction(async (tx) => {
    await lockJourney(tx, id);
    await tx.journeySeat.deleteMany({ where: { journeyId: id, tab, userId: caller.userId } });
    const stored = await tx.journeySeat.findMany({ where: { journeyId: id } });
    await write(tx, id, stored, settleSeats(stored.map(toSeat), clock.now()));
  });
}

/**
 * Refuses a save of a tab while another one holds the pen. To be called with the journey's row held.
 * @throws UserError `journey.pen-lost`
 */
export async function demandPen(tx: Pick<Db['client'], 'journeySeat' | 'user'>, { id, tab }: OneSeat, now: number): Promise<void> {
  const stored = await tx.journeySeat.findMany({ where: { journeyId: id } });
  const holder = settleSeats(stored.map(toSeat), now).find(({ holdsSince }) => holdsSince !== null);
  if (holder === undefined || holder.tab === tab) return;
  // A tab that was silent for a while and finds the pen free on its return may save: nobody else has begun to edit.
  if (!stored.some((seat) => seat.tab === holder.tab && seat.holdsSince !== null)) return;
  const userId = stored.find((seat) => seat.tab === holder.tab)?.userId ?? '';
  const who = await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
  throw new UserError('journey.pen-lost', { name: who?.name ?? '' }, 'CONFLICT');
}
