import type { Diagnostic } from '../model/index.ts';
import { checkBranches } from './branches.ts';
import { checkCaps } from './caps.ts';
import { checkLoops } from './check-loops.ts';
import { checkEngagement } from './engagement.ts';
import type { Graph } from './graph.ts';
import { checkSettings } from './settings.ts';
import { sayWorstCase } from './worst-case.ts';
import { checkWriters } from './writers.ts';

/** Pass 6: reports what could go wrong while leads are inside. */
export function safety(graph: Graph): readonly Diagnostic[] {
  return [
    ...checkLoops(graph),
    ...checkBranches(graph),
    ...checkEngagement(graph),
    ...checkCaps(graph),
    ...checkWriters(graph),
    ...checkSettings(graph),
    ...sayWorstCase(graph),
  ];
}
