export { type Crew, createCrew } from '../processes/crew.ts';
export type { RunningProcess } from '../processes/running-process.ts';
export { type Api, startApi } from './api.ts';
export { type Mailbox, startMailbox } from './mailbox.ts';
export { type PostgresPlan, type PostgresServer, startPostgresServer } from './postgres.ts';
export type { Surroundings } from './surroundings.ts';
export { startTemporalServer, type TemporalPlan, type TemporalServer } from './temporal.ts';
export { startWecomStandIn, type WecomStandIn } from './wecom-stand-in.ts';
export { startWorker, type Worker } from './worker.ts';
