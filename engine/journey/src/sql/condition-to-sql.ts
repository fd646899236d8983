import type { Condition, Instant } from '../model/index.ts';
import { Bindings, type SqlQuery } from './bindings.ts';
import { compareInSql } from './compare-in-sql.ts';
import { type ScoringFigures, scoreJoin } from './score-in-sql.ts';
import { type SqlSubjects, subjectInSql } from './subject-in-sql.ts';

/** Of which workspace, at which moment of its clock, by which scoring. */
export interface ConditionSqlOptions {
  readonly workspaceId: string;
  readonly now: Instant;
  /** Zone of the workspace, in which a date without a time is a day. */
  readonly timeZone: string;
  readonly scoring: ScoringFigures;
}

/** A statement that answers the ids (`id`) of the leads for whom a condition is true. Means the same as `evaluate`. */
export function conditionToSql(condition: Condition, options: ConditionSqlOptions): SqlQuery {
  return statement(condition, options, ({ from, truth, by }) => `select l."id" ${from} and (${truth}) ${by}`);
}

/** A statement that answers every lead (`id`) with the `truth` of a condition: true, false, or null where it is not known. */
export function conditionTruthToSql(condition: Condition, options: ConditionSqlOptions): SqlQuery {
  return statement(condition, options, ({ from, truth, by }) => `select l."id", (${truth}) as truth ${from} ${by}`);
}

interface StatementParts {
  readonly from: string;
  readonly truth: string;
  readonly by: string;
}

function statement(condition: Condition, options: ConditionSqlOptions, write: (parts: StatementParts) => string): SqlQuery {
  const { workspaceId, now, timeZone, scoring } = options;
  const bindings = new Bindings();
  const workspace = bindings.bind(workspaceId, 'uuid');
  const used = { score: false };
  const truth = truthInSql(condition, { bindings, now, timeZone, scoring, used });
  const join = used.score ? scoreJoin(scoring, now, bindings) : '';
  const from = `from "Lead" l left join "Company" c on c."id" = l."companyId" ${join} where l."workspaceId" = ${workspace} and l."mergedInto" is null`;
  return bindings.finish(write({ from, truth, by: 'order by l."id"' }));
}

/** SQL's and, or and not are Kleene's, with null for unknown. */
function truthInSql(condition: Condition, subjects: SqlSubjects): string {
  const inner = (part: Condition) => `(${truthInSql(part, subjects)})`;
  if ('all' in condition) return condition.all.length === 0 ? 'true' : condition.all.map(inner).join(' and ');
  if ('any' in condition) return condition.any.length === 0 ? 'false' : condition.any.map(inner).join(' or ');
  if ('not' in condition) return `not ${inner(condition.not)}`;
  return compareInSql(subjectInSql(condition.test, subjects), condition.operator, condition.value, subjects);
}
