import { performance } from 'node:perf_hooks';
import { compile } from '@tendril/journey/compile';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { longJourney } from './long-journey.ts';

/** What compiling costs. */
export interface CompileMeasurement {
  readonly nodes: number;
  readonly medianMs: number;
}

/**
 * Compiles a journey of 500 steps again and again on a warm machine.
 * @throws Error if it does not compile
 */
export function measureCompile({ nodes = 500, rounds = 41 }: { readonly nodes?: number; readonly rounds?: number } = {}): CompileMeasurement {
  const document = longJourney(nodes);
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    const compiled = compile(document, { nodeTypes: builtInNodeTypes });
    const took = performance.now() - before;
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
    return took;
  });
  const warm = times.slice(Math.floor(rounds / 4)).toSorted((left, right) => left - right);
  return { nodes, medianMs: warm[Math.floor(warm.length / 2)] ?? Number.NaN };
}
