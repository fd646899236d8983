/** Conditions as PostgreSQL over Tendril's tables, with the same meaning as in memory. Text and values only: nothing here runs it. */
export type { SqlQuery, SqlValue } from './bindings.ts';
export { type ConditionSqlOptions, conditionToSql, conditionTruthToSql } from './condition-to-sql.ts';
export { type DueDates, dueDatesToSql } from './due-dates-to-sql.ts';
export type { ScoringFigures } from './score-in-sql.ts';
export { type Silence, silenceToSql } from './silence-to-sql.ts';
