import type { Cursor } from '@tendril/journey/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EndedPause, shifted, tooLate } from '../../src/runs/pause-policy.ts';

const span = fc.integer({ min: 0, max: 10 ** 9 });
const pauses = fc.record({ start: span, length: span, late: fc.constantFrom('send' as const, 'skip' as const, 'shift' as const), limit: span }).map(
  ({ start, length, late, limit }): EndedPause => ({
    id: 'p',
    startedAt: start,
    endedAt: start + length,
    policy: { late, skipAfterMs: limit, spreadMs: 0 },
  }),
);
const waits = fc.record({ arrivedAt: span, length: span }).map(
  ({ arrivedAt, length }): Cursor => ({
    node: 'wait',
    arrivedAt,
    memory: null,
    outcomes: {},
    visits: {},
    entered: { entry: 'in', at: 0, event: null },
    waitsUntil: arrivedAt + length,
  }),
);

test('a shifted wait is as long as it was, never ends earlier, and has left at the end what it had at the beginning', () => {
  fc.assert(
    fc.property(pauses, waits, (pause, cursor) => {
      const after = shifted(cursor, pause);
      const until = cursor.waitsUntil ?? 0;
      const later = after.waitsUntil ?? 0;
      expect(later - after.arrivedAt).toBe(until - cursor.arrivedAt);
      expect(later).toBeGreaterThanOrEqual(until);
      if (cursor.arrivedAt <= pause.startedAt) expect(later - pause.endedAt).toBe(until - pause.startedAt);
      else expect(later - until).toBeLessThanOrEqual(pause.endedAt - pause.startedAt);
    }),
  );
});

test('only a message later than the limit is too late, and only if that was chosen', () => {
  fc.assert(
    fc.property(pauses, span, span, (pause, due, wait) => {
      const late = tooLate(pause, due, due + wait);
      expect(late).toBe(pause.policy.late === 'skip' && wait > pause.policy.skipAfterMs ? wait : null);
    }),
  );
});
