/** The simulator: the machine that decides for real leads, on a virtual clock and in a made-up or recorded world. */
export {
  type BackTest,
  type BackTestLead,
  type BackTestOptions,
  backTest,
  type RecordedLead,
  type RecordedMessage,
} from './back-test.ts';
export { addTallies, type BackTestExample, type BackTestSide, type BackTestTally, emptyTally, tallyOf } from './back-test-tally.ts';
export { type ChanceOptions, chanceWorld } from './chance-world.ts';
export { type Forecast, type ForecastDay, type ForecastOptions, type ForecastStep, simulateMany } from './forecast.ts';
export { inventLeads, type LeadMix, ORDINARY_MIX } from './invent-leads.ts';
export { failedTests, type JourneyTestResult, type RecordedRun, runJourneyTests, scriptFromRun, testFromScript } from './journey-tests.ts';
export type { Laboratory } from './laboratory.ts';
export { madeUpLead } from './made-up-lead.ts';
export { scriptedWorld } from './scripted-world.ts';
export { simulate, type Visit } from './simulate.ts';
export { simulateScript, startOf } from './simulate-script.ts';
export { sentenceOf, storyOf, wayOf } from './story.ts';
export {
  type Moment,
  momentAt,
  type SimulatedHandoff,
  type SimulatedMessage,
  type Trace,
  type TraceEnd,
  type TraceLine,
} from './trace.ts';
export type { AgendaItem, Happening, Reply, World, WorldQuestion } from './world.ts';
