export { startPostgres, startTemporal, type TestDatabase, type TestTemporal } from './client.ts';
