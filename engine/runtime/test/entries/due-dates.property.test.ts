import { DAY, type Instant } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { dueDatesToSql } from '@tendril/journey/sql';
import { leadTimeZone } from '@tendril/journey/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { START, startWorkspace } from '../start-workspace.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 1970, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
/** Dates as people and other systems write them; some days do not exist. */
const date = fc.oneof(
  { weight: 4, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom('2024-02-29', '2027-02-28', '2027-03-01', '2026-12-31', '2027-01-01') },
  fc.tuple(day, fc.constantFrom('T00:30:00Z', 'T23:30:00+14:00', ' 12:00', 'T23:59:59-11:00')).map(([text, time]) => text + time),
  fc.constantFrom('soon', '', '2026'),
);
const question = fc.record({
  since: fc.integer({ min: -400 * DAY, max: 400 * DAY }).map((away) => START + away),
  length: fc.oneof(fc.constantFrom(10_000, DAY, 40 * DAY), fc.integer({ min: 1, max: 500 * DAY })),
  offsetDays: fc.oneof(fc.constantFrom(0, -30, 1), fc.integer({ min: -800, max: 800 })),
  at: fc.constantFrom('00:00', '09:00', '23:59'),
  repeat: fc.constantFrom('once', 'yearly'),
});

test('the database misses no lead whose date comes round, whatever the zones', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, runtime } = workspace;
  const written = fc.sample(fc.tuple(date, fc.option(fc.constantFrom(...ZONES))), { numRuns: 250, seed: 7 });
  const ids: string[] = [];
  for (const [nth, [renewalDate, timeZone]] of written.entries()) {
    const fields = { email: `lead-${nth}@example.com`, ...(timeZone === null ? {} : { timeZone }) };
    ids.push((await workspace.lead({ fields, attributes: { renewalDate } })).leadId);
  }
  const views = await Promise.all(ids.map((leadId) => runtime.snapshot({ workspaceId, leadId })));
  const definition = builtInNodeTypes.get('entry-date');
  const journeyZone = 'Asia/Shanghai';
  await fc.assert(
    fc.asyncProperty(question, async ({ since, length, ...config }) => {
      const until: Instant = since + length;
      const parsed = definition?.config.parse({ attribute: 'renewalDate', ...config });
      const due = views.filter((lead) => {
        if (lead === null) return false;
        const leadZone = leadTimeZone(lead, null, journeyZone).zone;
        const at = definition?.due?.(parsed, { lead, now: since, leadZone, timeZone: journeyZone }) ?? null;
        return at !== null && at <= until;
      });
      const dates = { workspaceId, timeZone: journeyZone, field: 'renewalDate', offsetDays: config.offsetDays, yearly: config.repeat === 'yearly' };
      const { text, values } = dueDatesToSql({ ...dates, since, until });
      const { rows } = await db.pool.query<{ id: string }>(
        text,
        values.map((value) => (typeof value === 'object' ? [...value] : value)),
      );
      const found = new Set(rows.map(({ id }) => id));
      expect(due.map((lead) => lead?.id).filter((id) => id !== undefined && !found.has(id))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});
