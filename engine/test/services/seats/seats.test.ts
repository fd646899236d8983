import { randomUUID } from 'node:crypto';
import { emptyDocument } from '@tendril/journey/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SeatsView } from '../../../src/api/seat-views.ts';
import { refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

const START = Date.parse('2026-11-24T01:00:00Z');

let engine: TestEngine;
let marketer: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
  admin = await engine.as('admin');
});
afterAll(() => engine[Symbol.asyncDispose]());

let id: string;
let mine: string;
let theirs: string;
beforeEach(async () => {
  engine.clock.at = null;
  ({ id } = await marketer.api.journeys.create.mutate({ name: 'Drawn by two' }));
  engine.clock.at = START;
  mine = randomUUID();
  theirs = randomUUID();
});

const later = (ms: number): void => {
  engine.clock.at = (engine.clock.at ?? START) + ms;
};
const holderOf = ({ seats }: SeatsView): string | undefined => seats.find(({ holds }) => holds)?.tab;
const save = (person: TestPerson, tab: string | undefined, basedOn = 1) =>
  person.api.journeys.saveDraft.mutate({ id, basedOn, document: { ...emptyDocument('Drawn by two') }, tab });

test('the first who may write gets the pen; whoever only reads never does', async () => {
  const manager = await engine.as('manager');
  expect(holderOf(await manager.api.seats.keep.mutate({ id, tab: randomUUID() }))).toBeUndefined();
  expect(holderOf(await marketer.api.seats.keep.mutate({ id, tab: mine }))).toBe(mine);
  const seen = await admin.api.seats.keep.mutate({ id, tab: theirs });
  expect(holderOf(seen)).toBe(mine);
  expect(seen.seats.map(({ name }) => name)).toEqual(expect.arrayContaining(['The manager', 'The marketer', 'The admin']));
});

test('one person in two tabs has two seats and one pen', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  const { seats } = await marketer.api.seats.keep.mutate({ id, tab: theirs });
  expect(seats.map(({ tab, holds }) => ({ tab, holds }))).toEqual(
    expect.arrayContaining([
      { tab: mine, holds: true },
      { tab: theirs, holds: false },
    ]),
  );
});

test('a request is seen by the holder, who hands over; the old tab may not save any more', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  await admin.api.seats.keep.mutate({ id, tab: theirs });
  await admin.api.seats.ask.mutate({ id, tab: theirs });
  later(2_000);
  const { seats } = await marketer.api.seats.keep.mutate({ id, tab: mine });
  expect(seats.find(({ tab }) => tab === theirs)?.askingMs).toBe(2_000);
  await save(marketer, mine);
  expect(holderOf(await marketer.api.seats.handOver.mutate({ id, tab: mine, to: theirs }))).toBe(theirs);
  expect(await refusalOf(save(marketer, mine, 2))).toMatchObject({ status: 409, sentence: 'journey.pen-lost', params: { name: 'The admin' } });
  expect(await refusalOf(marketer.api.seats.handOver.mutate({ id, tab: mine, to: mine }))).toMatchObject({ sentence: 'seat.not-yours' });
  expect(await save(admin, theirs, 2)).toEqual({ revision: 3 });
});

test('two who ask at once get one answer each: one the pen, the other the next turn', async () => {
  const third = randomUUID();
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  await Promise.all([admin.api.seats.ask.mutate({ id, tab: theirs }), marketer.api.seats.ask.mutate({ id, tab: third })]);
  for (let second = 0; second < 30; second += 3) {
    later(3_000);
    await Promise.all([mine, theirs, third].map((tab) => (tab === theirs ? admin : marketer).api.seats.keep.mutate({ id, tab })));
  }
  const { seats } = await marketer.api.seats.keep.mutate({ id, tab: mine });
  expect(seats.filter(({ holds }) => holds).length).toBe(1);
  expect([theirs, third]).toContain(seats.find(({ holds }) => holds)?.tab);
  expect(await engine.db.client.journeySeat.count({ where: { journeyId: id, holdsSince: { not: null } } })).toBe(1);
});

test('a holder who says no keeps the pen, and the request is gone', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  await admin.api.seats.ask.mutate({ id, tab: theirs });
  const { seats } = await marketer.api.seats.keepPen.mutate({ id, tab: mine, asker: theirs });
  expect(seats.find(({ tab }) => tab === theirs)).toMatchObject({ holds: false, askingMs: null });
});

test('a holder who went silent loses the pen to the other, and gets it back only by asking', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  await admin.api.seats.keep.mutate({ id, tab: theirs });
  later(8_000);
  await admin.api.seats.keep.mutate({ id, tab: theirs });
  later(8_000);
  expect(holderOf(await admin.api.seats.keep.mutate({ id, tab: theirs }))).toBe(theirs);
  expect(holderOf(await marketer.api.seats.keep.mutate({ id, tab: mine }))).toBe(theirs);
  expect(await refusalOf(save(marketer, mine))).toMatchObject({ sentence: 'journey.pen-lost' });
});

test('whoever was away alone comes back and saves as if nothing had been', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  later(60_000);
  expect(await save(marketer, mine)).toEqual({ revision: 2 });
  expect(holderOf(await marketer.api.seats.keep.mutate({ id, tab: mine }))).toBe(mine);
});

test('leaving hands the pen on at once, and nobody can send another away', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  await admin.api.seats.keep.mutate({ id, tab: theirs });
  await admin.api.seats.leave.mutate({ id, tab: mine });
  expect(holderOf(await admin.api.seats.keep.mutate({ id, tab: theirs }))).toBe(mine);
  await marketer.api.seats.leave.mutate({ id, tab: mine });
  expect(holderOf(await admin.api.seats.keep.mutate({ id, tab: theirs }))).toBe(theirs);
});

test('the pen goes to nobody who has left, and a program that names no tab saves by the revision alone', async () => {
  await marketer.api.seats.keep.mutate({ id, tab: mine });
  expect(await refusalOf(marketer.api.seats.handOver.mutate({ id, tab: mine, to: randomUUID() }))).toMatchObject({ sentence: 'seat.gone' });
  expect(await save(admin, undefined)).toEqual({ revision: 2 });
});
