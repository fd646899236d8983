import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { HistoryCost } from './history-cost.ts';
import type { BulkCost } from './measure-bulk.ts';
import type { CanvasTimes } from './measure-canvas.ts';
import type { MoveCost } from './measure-move.ts';
import type { PauseMeasurement } from './measure-pause.ts';
import type { Reaction } from './measure-reaction.ts';
import type { Throughput } from './measure-throughput.ts';

const file = fileURLToPath(new URL('../results.json', import.meta.url));

/** What `npm run bench` measured, by row. */
export interface Results {
  readonly history?: HistoryCost;
  /** Milliseconds to compile a journey of 500 steps. */
  readonly compile?: { readonly steps: number; readonly medianMs: number };
  /** Milliseconds to simulate leads over 30 steps. */
  readonly simulate?: { readonly leads: number; readonly medianMs: number };
  readonly reaction?: Reaction;
  readonly intake?: { readonly eventsPerSecond: number };
  readonly bulk?: BulkCost;
  readonly canvas?: CanvasTimes;
  readonly pause?: PauseMeasurement;
  readonly move?: MoveCost;
  readonly throughput?: Throughput;
  readonly machine?: { readonly cores: number; readonly memoryGiB: number; readonly node: string };
}

/** What was measured last time; nothing if never. */
export async function readResults(): Promise<Results> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Results;
}

/** Writes what was measured now over what was measured last time; rows that were not run keep their figures. */
export async function writeResults(now: Results, last: Results): Promise<void> {
  const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
  await writeFile(file, `${JSON.stringify({ ...last, ...now, machine }, null, 2)}\n`);
}
