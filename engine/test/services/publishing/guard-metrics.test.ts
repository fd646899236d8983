import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GuardLimits, NO_LEADS, overstepped, rateOf, type VersionCounts } from '../../../src/services/publishing/guard-metrics.ts';

const limits: GuardLimits = { leastLeads: 20, failurePoints: 5, unsubscribePoints: 2, goalPoints: 10 };
const of = (entered: number, more: Partial<VersionCounts> = {}): VersionCounts => ({ ...NO_LEADS, entered, ...more });

test.each([
  ['too few leads say nothing', of(19, { failure: 19 }), of(100), null],
  ['failures up to the limit are borne', of(100, { failure: 5 }), of(100), null],
  ['more failures than that are not', of(100, { failure: 6 }), of(100), 'failure'],
  ['what the live version suffers from too is not the trial’s fault', of(100, { failure: 9 }), of(100, { failure: 6 }), null],
  ['unsubscribes', of(50, { unsubscribe: 2 }), of(500), 'unsubscribe'],
  ['a goal reached less often', of(100, { goal: 9 }), of(100, { goal: 20 }), 'goal'],
  ['a goal reached more often is welcome', of(100, { goal: 60 }), of(100, { goal: 20 }), null],
  ['a goal is not compared with a handful of leads', of(100), of(5, { goal: 5 }), null],
] as const)('%s', (_name, trial, live, guard) => {
  expect(overstepped(limits, { trial, live })?.guard ?? null).toBe(guard);
});

const counts = fc.integer({ min: 0, max: 500 }).chain((entered) =>
  fc.record({
    entered: fc.constant(entered),
    failure: fc.integer({ min: 0, max: entered }),
    unsubscribe: fc.integer({ min: 0, max: entered }),
    goal: fc.integer({ min: 0, max: entered }),
  }),
);

test('a version is never stopped for being like the live one, and what is not watched stops nothing', () => {
  fc.assert(
    fc.property(counts, counts, (trial, live) => {
      expect(overstepped(limits, { trial, live: trial })).toBeNull();
      expect(overstepped({ leastLeads: 1, failurePoints: null, unsubscribePoints: null, goalPoints: null }, { trial, live })).toBeNull();
      const found = overstepped(limits, { trial, live });
      if (found === null) return;
      expect(trial.entered).toBeGreaterThanOrEqual(limits.leastLeads);
      expect(found.trial).toBe(rateOf(trial, found.guard));
      expect(found.guard === 'goal' ? found.live - found.trial : found.trial - found.live).toBeGreaterThan(found.points);
    }),
  );
});
