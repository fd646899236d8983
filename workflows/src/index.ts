export { journeyRun } from './journey-run.ts';
export { testSend } from './test-send.ts';
