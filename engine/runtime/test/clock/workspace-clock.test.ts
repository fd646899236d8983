import { toReal, toVirtual, type WorkspaceClock } from '@tendril/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);
const demo: WorkspaceClock = { factor: 8_640, real: NOW, virtual: NOW };

const anyClock = fc.record({
  factor: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.5, max: 50_000, noNaN: true })),
  real: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
  virtual: fc.integer({ min: NOW - 400 * DAY, max: NOW + 4_000 * DAY }),
});

describe('a clock on which a day takes ten seconds', () => {
  test('shows a day more after ten seconds', () => {
    expect(toVirtual(demo, NOW + 10_000)).toBe(NOW + DAY);
  });

  test('asks Temporal to wait ten seconds for a day', () => {
    expect(toReal(demo, NOW + DAY)).toBe(NOW + 10_000);
  });

  test('leaves what happened before it was set where it happened', () => {
    expect(toVirtual(demo, NOW - DAY)).toBe(NOW - DAY);
  });
});

describe('any clock', () => {
  test('has reached an instant when the real time it gave for it has come', () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 3_000 * DAY }), (clock, ahead) => {
        const instant = clock.virtual + ahead;
        expect(toVirtual(clock, toReal(clock, instant))).toBeGreaterThanOrEqual(instant);
      }),
    );
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: -DAY, max: DAY }), fc.nat(DAY), (clock, at, later) => {
        expect(toVirtual(clock, NOW + at + later)).toBeGreaterThanOrEqual(toVirtual(clock, NOW + at));
      }),
    );
  });

  test('of a production workspace shows real time', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }), (real) => {
        const clock = { factor: 1, real: NOW, virtual: NOW };
        expect([toVirtual(clock, real), toReal(clock, real)]).toEqual([real, real]);
      }),
    );
  });
});
