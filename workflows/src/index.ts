export { journeyRun } from './journey-run.ts';
