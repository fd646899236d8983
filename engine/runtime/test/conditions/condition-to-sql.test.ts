import { evaluate } from '@tendril/journey/conditions';
import type { Condition, LeadView, Truth } from '@tendril/journey/model';
import { type ConditionSqlOptions, conditionToSql, conditionTruthToSql, type SqlQuery } from '@tendril/journey/sql';
import { DEFAULT_SETTINGS, INTENT_PATTERNS, TAG_HALF_LIFE } from '@tendril/scoring';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';
import { conditions } from './condition-arbitrary.ts';
import { insertRandomLeads } from './random-leads.ts';

const scoring = { ...DEFAULT_SETTINGS, tagHalfLife: TAG_HALF_LIFE, intent: INTENT_PATTERNS };

let workspace: TestWorkspace;
let views: readonly LeadView[];
let options: ConditionSqlOptions;

beforeAll(async () => {
  workspace = await startWorkspace();
  await insertRandomLeads(workspace, START, { count: 150, seed: 20_261_124 });
  options = { workspaceId: workspace.id, now: START, timeZone: 'Asia/Shanghai', scoring };
  const ids = await workspace.db.client.lead.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const seen: LeadView[] = [];
  for (const { id } of ids) {
    const view = await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId: id, events: ['*'] });
    if (view !== null) seen.push(view);
  }
  views = seen;
});

afterAll(() => workspace[Symbol.asyncDispose]());

async function rows<Row>({ text, values }: SqlQuery): Promise<readonly Row[]> {
  const { rows: answered } = await workspace.db.pool.query(
    text,
    values.map((value) => (typeof value === 'object' ? [...value] : value)),
  );
  return answered as readonly Row[];
}

async function inSql(condition: Condition): Promise<readonly [string, Truth][]> {
  const answered = await rows<{ id: string; truth: boolean | null }>(conditionTruthToSql(condition, options));
  return answered.map(({ id, truth }) => [id, truth ?? 'unknown']);
}

function inMemory(condition: Condition): readonly [string, Truth][] {
  return views.map((view) => [view.id, evaluate(condition, view, START, { timeZone: 'Asia/Shanghai' })]);
}

describe('a condition in SQL', () => {
  test('means what it means in memory, for every lead, unknown included', async () => {
    const counts = new Map<Truth, number>();
    await fc.assert(
      fc.asyncProperty(conditions, async (condition) => {
        const expected = inMemory(condition);
        for (const [, truth] of expected) counts.set(truth, (counts.get(truth) ?? 0) + 1);
        expect(await inSql(condition)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
    // The test would be worth little if one answer hardly ever came up.
    for (const truth of [true, false, 'unknown'] as const) expect(counts.get(truth)).toBeGreaterThan(3_000);
  });

  test('sees the points and the grade of every lead as they are, faded and less what silence took', async () => {
    for (const { id, score, grade } of views) {
      const points = (['fit', 'interest', 'behaviour', 'stage', 'total'] as const).map(
        (dimension): Condition => ({ test: { of: 'score', dimension }, operator: 'is', value: score[dimension] }),
      );
      const graded: Condition =
        grade === null ? { test: { of: 'grade' }, operator: 'unknown' } : { test: { of: 'grade' }, operator: 'is', value: grade };
      const selected = await rows<{ id: string }>(conditionToSql({ all: [...points, graded] }, options));
      expect(selected.map((row) => row.id)).toContain(id);
    }
    expect(new Set(views.map(({ grade }) => grade)).size).toBeGreaterThan(6);
  });

  test('selects those leads for whom it is true, and no others', async () => {
    const condition: Condition = { test: { of: 'score', dimension: 'total' }, operator: 'gte', value: 30 };
    const selected = await rows<{ id: string }>(conditionToSql(condition, options));
    const expected = inMemory(condition).filter(([, truth]) => truth === true);
    expect(selected.map(({ id }) => id)).toEqual(expected.map(([id]) => id));
    expect(selected.length).toBeGreaterThan(5);
  });

  test('leaves out merged leads and other workspaces', async () => {
    const other = { ...options, workspaceId: '00000000-0000-7000-8000-000000000000' };
    expect(await rows(conditionToSql({ all: [] }, other))).toEqual([]);
    const [first, second] = views;
    if (first === undefined || second === undefined) throw new Error('no leads');
    await workspace.db.client.lead.update({ where: { id: first.id }, data: { mergedInto: second.id } });
    const ids = (await rows<{ id: string }>(conditionToSql({ all: [] }, options))).map(({ id }) => id);
    await workspace.db.client.lead.update({ where: { id: first.id }, data: { mergedInto: null } });
    expect(ids).toEqual(views.slice(1).map(({ id }) => id));
  });

  test('keeps values out of the text', () => {
    const nasty = `'; drop table "Lead"; --`;
    const { text, values } = conditionToSql({ test: { of: 'attribute', field: nasty }, operator: 'is', value: nasty }, options);
    expect(text).not.toContain('drop table');
    expect(values).toContain(nasty);
  });

  test('reads a time that comes twice as the first of the two', async () => {
    const newYork = { ...options, timeZone: 'America/New_York' };
    const [lead] = views;
    if (lead === undefined) throw new Error('no leads');
    await workspace.db.client.lead.update({ where: { id: lead.id }, data: { city: '2026-11-01T01:30' } });
    const condition = (value: string): Condition => ({ test: { of: 'attribute', field: 'city' }, operator: 'before', value });
    for (const [limit, expected] of [
      ['2026-11-01T05:30:01Z', true],
      ['2026-11-01T05:30:00Z', false],
    ] as const) {
      const found = await rows<{ id: string; truth: boolean | null }>(conditionTruthToSql(condition(limit), newYork));
      expect(found.find(({ id }) => id === lead.id)?.truth).toBe(expected);
      expect(evaluate(condition(limit), { ...lead, attributes: { city: '2026-11-01T01:30' } }, START, { timeZone: newYork.timeZone })).toBe(expected);
    }
  });
});
