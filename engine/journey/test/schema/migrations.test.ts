import { readdirSync, readFileSync } from 'node:fs';
import { MIGRATIONS, readDocument, SCHEMA_VERSION } from '@tendril/journey/schema';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../fixtures/migrations/', import.meta.url);
const fixture = (id: string) => JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'));

describe('every migration has a before and an after', () => {
  test.each(MIGRATIONS.map((migration) => [migration.id, migration] as const))('%s', (id, migration) => {
    const { before, after } = fixture(id);
    expect(before.schemaVersion).toBe(migration.from);
    expect(after.schemaVersion).toBe(migration.from + 1);
    expect(migration.up(before)).toEqual(after);
  });

  test('and no fixture is left over', () => {
    expect(readdirSync(folder).sort()).toEqual(MIGRATIONS.map(({ id }) => `${id}.json`).sort());
  });
});

test('migrations lead from version 1 to the current one without a gap', () => {
  expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1));
});

test.each(MIGRATIONS.map(({ id }) => id))('a document from before %s is read as a current one', (id) => {
  expect(readDocument(fixture(id).before)).toMatchObject({ ok: true, document: { schemaVersion: SCHEMA_VERSION } });
});

test.each([null, 1, 'x', [], { nodes: 1 }, { settings: [], notes: 'x' }, { settings: { exitEvents: [1], quietHours: 5 } }])(
  'migrations leave alone what is not as expected: %j',
  (rubbish) => {
    const stored = { format: 'tendril.journey', schemaVersion: 1, ...(rubbish as object) };
    expect(readDocument(stored).ok).toBe(false);
  },
);
