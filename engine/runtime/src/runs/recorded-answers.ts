import type { Json } from '@tendril/journey/model';
import type { StepAnswer, WireDirective } from '@tendril/journey/wire';

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

/**
 * The newest answer, marked with its step, for whoever asks for an earlier one that is not kept: while Temporal slept on,
 * events have taken the run further. Undefined if there is no later one.
 */
export function newestAfter(answers: RecordedAnswers, step: number): StepAnswer | undefined {
  const newest = answers.at(-1);
  return newest === undefined || newest[0] <= step ? undefined : { ...newest[1], step: newest[0] };
}

/** The step of the newest answer that asked for an effect, if one is among those kept; while a pause kept the run, steps without one followed it. */
export const lastEffect = (answers: RecordedAnswers): number | undefined => answers.findLast(([, { do: what }]) => what === 'perform')?.[0];
