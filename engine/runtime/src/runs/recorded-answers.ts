import type { Json } from '@tendril/journey/model';
import type { WireDirective } from '@tendril/journey/wire';

/**
 * The answers of the last steps, oldest first. More than one, because several decisions may be made before Temporal has
 * written down the first: a worker that dies then asks for all of them again.
 */
export type RecordedAnswers = readonly (readonly [step: number, answer: WireDirective])[];

const KEPT = 24;

/** Reads the column in which a run keeps its answers. */
export function readAnswers(column: unknown): RecordedAnswers {
  return Array.isArray(column) ? (column as RecordedAnswers) : [];
}

/** The answers with one more. */
export function withAnswer(answers: RecordedAnswers, step: number, answer: WireDirective): Json {
  return [...answers, [step, answer]].slice(-KEPT) as unknown as Json;
}

/** The answer of a step, if it is among those kept. */
export function answerOf(answers: RecordedAnswers, step: number): WireDirective | undefined {
  return answers.find(([known]) => known === step)?.[1];
}
