import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeSend, LIMITS, probePause, trips } from '../../src/breakers/breaker-policy.ts';

const kind = fc.constantFrom('channel', 'journey') as fc.Arbitrary<keyof typeof LIMITS>;
const tally = fc.nat(400).chain((tries) => fc.nat(tries).map((faults) => ({ tries, faults })));

test('few sends never stop anything, and a fault more never lets a stopped one go on', () => {
  fc.assert(
    fc.property(kind, tally, (which, { tries, faults }) => {
      if (tries < LIMITS[which].sends) expect(trips(which, { tries, faults })).toBe(false);
      if (trips(which, { tries, faults })) expect(trips(which, { tries: tries + 1, faults: faults + 1 })).toBe(true);
      if (tries >= LIMITS[which].sends) expect(trips(which, { tries, faults: tries })).toBe(true);
    }),
  );
});

test('tries of a stopped channel become rarer, to half an hour apart', () => {
  fc.assert(
    fc.property(fc.nat(60), (failed) => {
      expect(probePause(failed + 1)).toBeGreaterThanOrEqual(probePause(failed));
    }),
  );
  expect([probePause(0), probePause(1), probePause(59)]).toEqual([60_000, 120_000, 1_800_000]);
});

test.each([
  ['sent', undefined, 'fine', 'fine'],
  ['handed-over', undefined, 'fine', null],
  ['not-sent', 'email.not-sent', 'fault', null],
  ['unknown', 'message.unknown', 'fault', null],
  ['failed', 'email.address', null, 'fault'],
  ['failed', 'email.policy', 'fault', 'fault'],
  ['skipped', 'message.suppressed', null, null],
] as const)('%s (%s) says of the channel: %s, of the journey: %s', (status, code, channel, journey) => {
  expect(judgeSend({ status, ...(code === undefined ? {} : { reason: { code, params: {} } }) })).toEqual({ channel, journey });
});
