import { DAY, HOUR, type JourneyScript } from '@tendril/journey/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addItem, eventNamed, type LaterItem, laterItems, moveItem, removeItem } from '../../src/simulate/script-items.ts';

const past = { before: '2d', event: 'Demo Requested' } as const;
const script: JourneyScript = { start: '2026-11-24T09:00', happens: [past] };

test('what happens is kept in time, and the past stays', () => {
  const later = addItem(addItem(script, { at: 3 * DAY, what: eventNamed('Trial Started') }), { at: DAY, what: { lead: { pool: 'silent' } } });
  expect(later.happens).toEqual([past, { after: '1d', lead: { pool: 'silent' } }, { after: '3d', event: 'Trial Started' }]);
  expect(laterItems(later).map(({ at }) => at / DAY)).toEqual([1, 3]);
});

test('another day keeps the properties of an event', () => {
  const one = addItem(script, { at: DAY, what: { event: 'Page Viewed', properties: { path: '/pricing/enterprise' } } });
  expect(moveItem(one, 0, 4 * DAY).happens?.[1]).toEqual({ after: '4d', event: 'Page Viewed', properties: { path: '/pricing/enterprise' } });
});

test('whatever is added can be read back and taken away again', () => {
  const item = fc.record({
    at: fc.integer({ min: 1, max: 2_000 }).map((hours) => hours * HOUR),
    what: fc.constantFrom<LaterItem['what']>({ event: 'Trial Started' }, { lead: { stage: 'mql' } }, { lead: { attributes: { city: 'Berlin' } } }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), item, (items, extra) => {
      const before = items.reduce(addItem, script);
      const after = addItem(before, extra);
      expect(laterItems(after)).toHaveLength(items.length + 1);
      const place = laterItems(after).findLastIndex(
        ({ at, what }) => at === extra.at && what !== undefined && JSON.stringify(what) === JSON.stringify(extra.what),
      );
      expect(laterItems(removeItem(after, place)).map(({ at }) => at)).toEqual(laterItems(before).map(({ at }) => at));
    }),
  );
});
