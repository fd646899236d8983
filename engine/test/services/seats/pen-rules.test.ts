import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handTo, type Seat, SILENCE_MS, STALE_MS, settleSeats } from '../../../src/services/seats/pen-rules.ts';

const NOW = 1_000_000;

const past = fc.integer({ min: NOW - 60_000, max: NOW });
const anySeat = fc.record({
  mayWrite: fc.boolean(),
  arrivedAt: past,
  seenAt: past,
  holdsSince: fc.option(past),
  askedAt: fc.option(past),
});
const anySeats = fc.array(anySeat, { maxLength: 6 }).map((seats): Seat[] => seats.map((seat, index) => ({ tab: `tab ${index}`, ...seat })));

const holders = (seats: readonly Seat[]): readonly Seat[] => seats.filter(({ holdsSince }) => holdsSince !== null);

const seat = (tab: string, more: Partial<Seat> = {}): Seat => ({
  tab,
  mayWrite: true,
  arrivedAt: NOW - 20_000,
  seenAt: NOW,
  holdsSince: null,
  askedAt: null,
  ...more,
});

test('exactly one holds the pen if anybody there may write, and nobody else', () => {
  fc.assert(
    fc.property(anySeats, (seats) => {
      const settled = settleSeats(seats, NOW);
      expect(holders(settled).length).toBe(settled.some(({ mayWrite }) => mayWrite) ? 1 : 0);
      expect(holders(settled).every(({ mayWrite }) => mayWrite)).toBe(true);
      expect(settled.every(({ seenAt }) => NOW - seenAt < STALE_MS)).toBe(true);
    }),
  );
});

test('settling what is settled changes nothing, unless another request ran out', () => {
  fc.assert(
    fc.property(anySeats, (seats) => {
      const settled = settleSeats(seats, NOW);
      fc.pre(settled.every(({ askedAt }) => askedAt === null || NOW - askedAt < SILENCE_MS));
      expect(settleSeats(settled, NOW)).toEqual(settled);
    }),
  );
});

test('a holder keeps the pen while nobody has waited long, however many come', () => {
  const seats = [seat('holder', { holdsSince: NOW - 10_000 }), seat('early', { arrivedAt: 0 }), seat('asks', { askedAt: NOW - SILENCE_MS + 1 })];
  expect(holders(settleSeats(seats, NOW)).map(({ tab }) => tab)).toEqual(['holder']);
});

test('a request without an answer is granted, to whoever asked first', () => {
  const seats = [
    seat('holder', { holdsSince: 0 }),
    seat('second', { askedAt: NOW - SILENCE_MS, arrivedAt: 0 }),
    seat('first', { askedAt: NOW - SILENCE_MS - 1 }),
  ];
  const settled = settleSeats(seats, NOW);
  expect(holders(settled)).toEqual([seat('first', { holdsSince: NOW })]);
  expect(settled.find(({ tab }) => tab === 'second')?.askedAt).toBe(NOW - SILENCE_MS);
});

test('the pen of one who went silent goes to whoever asks before whoever came first', () => {
  const seats = [seat('gone', { holdsSince: 0, seenAt: NOW - STALE_MS }), seat('early', { arrivedAt: 0 }), seat('asks', { askedAt: NOW })];
  expect(holders(settleSeats(seats, NOW)).map(({ tab }) => tab)).toEqual(['asks']);
});

test('handing over takes the pen from the one who had it', () => {
  expect(holders(handTo([seat('a', { holdsSince: 1 }), seat('b', { askedAt: 2 })], 'b', NOW))).toEqual([seat('b', { holdsSince: NOW })]);
});
