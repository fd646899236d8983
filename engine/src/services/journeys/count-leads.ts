import { leavesOf } from '@tendril/journey/conditions';
import type { Condition } from '@tendril/journey/model';
import { conditionToSql } from '@tendril/journey/sql';
import { sqlOptions } from '@tendril/runtime';
import type { Caller } from '../ports.ts';
import { workspaceNow } from '../workspace-clock.ts';
import type { JourneyParts } from './journey-parts.ts';

/** How many leads match a condition now. */
export interface LeadCount {
  readonly matching: number;
  /** False if the condition asks what an earlier step came to, which is only known of a lead inside its journey. */
  readonly exact: boolean;
}

/** Counts in the database, at the workspace's present moment, so that a form can say how many leads a condition is about. */
export async function countLeads(
  { db, clock }: Pick<JourneyParts, 'db' | 'clock'>,
  { workspaceId }: Caller,
  { condition }: { condition: Condition },
): Promise<LeadCount> {
  const workspace = await workspaceNow(db.client, workspaceId, clock.now());
  const { text, values } = conditionToSql(condition, sqlOptions({ workspace, now: workspace.now }));
  const counted = await db.pool.query<{ matching: number }>(
    `select count(*)::int as matching from (${text}) matched`,
    values.map((value) => (typeof value === 'object' ? [...value] : value)),
  );
  return { matching: counted.rows[0]?.matching ?? 0, exact: leavesOf(condition).every(({ test }) => test.of !== 'outcome') };
}
