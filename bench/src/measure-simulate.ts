import { performance } from 'node:perf_hooks';
import { compile } from '@tendril/journey/compile';
import { DAY } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { inventLeads, simulateMany } from '@tendril/journey/simulator';
import { longJourney } from './long-journey.ts';

/**
 * Simulates invented leads over a journey of 30 steps, some times, on a warm machine.
 * @throws Error if the journey does not compile
 */
export function measureSimulate({ leads = 1_000, steps = 30, rounds = 7 }: { leads?: number; steps?: number; rounds?: number } = {}): {
  leads: number;
  medianMs: number;
} {
  const compiled = compile(longJourney(steps), { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const laboratory = { nodeTypes: builtInNodeTypes, program: compiled.program, timeZone: 'Asia/Shanghai' };
  const people = inventLeads(leads, 'bench');
  const times = Array.from({ length: rounds }, (_, seed) => {
    const before = performance.now();
    simulateMany(laboratory, { leads: people, start: Date.UTC(2026, 10, 24), arriveOver: DAY, horizon: 120 * DAY, seed });
    return performance.now() - before;
  }).toSorted((left, right) => left - right);
  return { leads, medianMs: times[Math.floor(rounds / 2)] ?? Number.NaN };
}
