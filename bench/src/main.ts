import { setup, teardown } from '@tendril/launcher/test-services/vitest-setup';
import { measureBulk } from './measure-bulk.ts';
import { measureCanvas } from './measure-canvas.ts';
import { measureCompile } from './measure-compile.ts';
import { measureHistory } from './measure-history.ts';
import { measureIntake } from './measure-intake.ts';
import { measureMove } from './measure-move.ts';
import { measurePause } from './measure-pause.ts';
import { measureReaction } from './measure-reaction.ts';
import { measureSimulate } from './measure-simulate.ts';
import { measureThroughput } from './measure-throughput.ts';
import { type Results, readResults, writeResults } from './results-file.ts';

/** One line of the table: what is measured, how it reads, and what it should be. */
interface Row {
  readonly name: keyof Results;
  readonly what: string;
  readonly goal: string;
  readonly measure: () => Promise<Results>;
  readonly read: (results: Results) => string | undefined;
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const outline = process.argv.includes('--outline');

const rows: readonly Row[] = [
  {
    name: 'history',
    what: 'Temporal history per lead, reference SOP: events / bytes / billable actions',
    goal: '≤ 40 / ≤ 6,500 / ≤ 10',
    measure: async () => ({ history: await measureHistory({ outline }) }),
    read: ({ history }) => history && `${history.events} / ${history.bytes.toLocaleString('en')} / ${history.actions}`,
  },
  {
    name: 'throughput',
    what: 'leads per CPU second of worker, Temporal and API, reference SOP: Tendril beside one plain activity per node',
    goal: '≥ 1.4 times',
    measure: async () => ({ throughput: await measureThroughput() }),
    read: ({ throughput }) =>
      throughput &&
      `${throughput.tendril.leadsPerCpuSecond} beside ${throughput.plain.leadsPerCpuSecond}: ${throughput.ratio} times (history of the plain one: ${throughput.plain.history.events} events, ${throughput.plain.history.bytes.toLocaleString('en')} bytes, ${throughput.plain.history.actions} actions)`,
  },
  {
    name: 'reaction',
    what: 'from recording an event until its lead has left the wait and Temporal has begun the effect, p99: 1,000 leads waiting / 100,000',
    goal: '< 300 ms, and the same',
    measure: async () => ({ reaction: await measureReaction() }),
    read: ({ reaction }) =>
      reaction && `${ms(reaction.few.p99Ms)} (p50 ${ms(reaction.few.p50Ms)}) / ${ms(reaction.many.p99Ms)} (p50 ${ms(reaction.many.p50Ms)})`,
  },
  {
    name: 'pause',
    what: '10,000 waiting leads: an edit published / paused / resumed / every wait moved by the pause',
    goal: '–',
    measure: async () => ({ pause: await measurePause() }),
    read: ({ pause }) => pause && [pause.publishMs, pause.pauseMs, pause.resumeMs, pause.lookedMs].map(ms).join(' / '),
  },
  {
    name: 'intake',
    what: 'events recorded per second, batches of 100, with scoring and matching',
    goal: '≥ 2,000',
    measure: async () => ({ intake: await measureIntake() }),
    read: ({ intake }) => intake?.eventsPerSecond.toLocaleString('en'),
  },
  {
    name: 'compile',
    what: 'compile a journey of 500 steps',
    goal: '< 20 ms',
    measure: async () => {
      const { nodes: steps, medianMs } = measureCompile();
      return { compile: { steps, medianMs } };
    },
    read: ({ compile }) => compile && ms(compile.medianMs),
  },
  {
    name: 'simulate',
    what: 'simulate 1,000 leads over 30 steps',
    goal: '< 1,000 ms',
    measure: async () => ({ simulate: measureSimulate() }),
    read: ({ simulate }) => simulate && ms(simulate.medianMs),
  },
  {
    name: 'move',
    what: 'move 10,000 waiting leads to another version: now / keeping the end of the wait / marked for their next step',
    goal: '< 60 s each',
    measure: async () => ({ move: await measureMove() }),
    read: ({ move }) => move && `${ms(move.nowMs)} / ${ms(move.keepMs)} / ${ms(move.nextMs)}`,
  },
  {
    name: 'bulk',
    what: 'let 10,000 leads into a journey in bulk, in PostgreSQL',
    goal: '≥ 200 per s',
    measure: async () => ({ bulk: await measureBulk() }),
    read: ({ bulk }) => bulk && `${bulk.leadsPerSecond.toLocaleString('en')} per s`,
  },
  {
    name: 'canvas',
    what: 'canvas with 500 steps in Chromium: opened / frames while dragging (slowest 5 %) / undone',
    goal: '< 1,500 ms / ≥ 50 per s / < 50 ms',
    measure: async () => ({ canvas: await measureCanvas() }),
    read: ({ canvas }) => canvas && `${ms(canvas.openMs)} / ${canvas.framesPerSecond} per s (${ms(canvas.slowFrameMs)}) / ${ms(canvas.undoMs)}`,
  },
];

/** `npm run bench [-- row …] [--outline]`: measures all rows or those named, prints them and keeps them in results.json. */
async function main(): Promise<void> {
  const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const chosen = named.length === 0 ? rows : rows.filter(({ name }) => named.includes(name));
  if (chosen.length === 0) throw new Error(`There is no row “${named.join(' ')}”. Rows: ${rows.map(({ name }) => name).join(', ')}.`);
  const last = await readResults();
  let now: Results = {};
  await setup();
  try {
    for (const row of chosen) {
      process.stdout.write(`${row.what} …\n`);
      now = { ...now, ...(await row.measure()) };
      process.stdout.write(`  now ${row.read(now) ?? '–'} · last time ${row.read(last) ?? '–'} · goal ${row.goal}\n`);
    }
  } finally {
    await teardown();
  }
  await writeResults(now, last);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
