export { type PostgresPlan, type PostgresServer, startPostgresServer } from './postgres.ts';
export { startTemporalServer, type TemporalPlan, type TemporalServer } from './temporal.ts';
