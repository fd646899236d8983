import type { Db } from '@tendril/db';
import type { Condition } from '@tendril/journey/model';
import { conditionToSql } from '@tendril/journey/sql';
import { sqlOptions } from '@tendril/runtime';
import { type LeadFilter, leadsMatching } from '../leads/list-leads.ts';
import { workspaceNow } from '../workspace-clock.ts';

/** The leads of a bulk enrolment, as its job keeps them. A segment is taken as it was when the job began. */
export type BulkSource =
  | { readonly type: 'segment'; readonly name: string; readonly condition: Condition }
  | { readonly type: 'filter'; readonly filter: LeadFilter }
  | { readonly type: 'import'; readonly jobId: string; readonly fileName: string }
  /** Those of whom what an entry watches was true when the version went live, and who never were in the journey. */
  | { readonly type: 'entry' };

/** Whose leads, for which journey and entry. */
export interface SourceOf {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly source: BulkSource;
}

interface Parts {
  readonly db: Db;
  readonly clock: { now(): number };
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How many leads there are now. */
export async function countSource(parts: Parts, of: SourceOf): Promise<number> {
  const { client, pool } = parts.db;
  if (of.source.type === 'filter') return client.lead.count({ where: leadsMatching(of.workspaceId, of.source.filter) });
  const { text, values } = await statementOf(parts, of, of.source);
  const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from (${text}) m`, [...values]);
  return rows[0]?.count ?? 0;
}

/** The next leads in the order of their ids, behind `after`. */
export async function nextOfSource(
  parts: Parts,
  of: SourceOf,
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<readonly string[]> {
  const { client, pool } = parts.db;
  if (of.source.type === 'filter') {
    const where = { AND: [leadsMatching(of.workspaceId, of.source.filter), after === null ? {} : { id: { gt: after } }] };
    return (await client.lead.findMany({ where, orderBy: { id: 'asc' }, take, select: { id: true } })).map(({ id }) => id);
  }
  const { text, values } = await statementOf(parts, of, of.source);
  const [last, most] = [1, 2].map((nth) => `$${values.length + nth}`);
  const { rows } = await pool.query<{ id: string }>(
    `select m."id" from (${text}) m where ${last}::uuid is null or m."id" > ${last}::uuid order by m."id" limit ${most}::int`,
    [...values, after, take],
  );
  return rows.map(({ id }) => id);
}

async function statementOf(parts: Parts, of: SourceOf, source: Exclude<BulkSource, { type: 'filter' }>): Promise<Statement> {
  const { workspaceId, journeyId, nodeId } = of;
  if (source.type === 'import')
    return {
      text: `select distinct r."leadId" as "id" from "ImportRow" r join "ImportJob" j on j."id" = r."jobId"
        where r."jobId" = $1::uuid and j."workspaceId" = $2::uuid and r."leadId" is not null`,
      values: [source.jobId, workspaceId],
    };
  if (source.type === 'entry')
    return {
      text: `select e."leadId" as "id" from "EntryMember" e where e."journeyId" = $1::uuid and e."nodeId" = $2::text
        and not exists (select 1 from "Run" r where r."journeyId" = e."journeyId" and r."leadId" = e."leadId")`,
      values: [journeyId, nodeId],
    };
  const workspace = await workspaceNow(parts.db.client, workspaceId, parts.clock.now());
  const { text, values } = conditionToSql(source.condition, sqlOptions({ workspace, now: workspace.now }));
  return { text, values: values.map((value) => (typeof value === 'object' && value !== null ? [...value] : value)) };
}
