import { ApplicationFailure } from '@temporalio/common';

/** The provider certainly did not take it: try again, not before the given pause (ms). */
export function tryAgain(code: string, text: string, pauseMs?: number): ApplicationFailure {
  return ApplicationFailure.create({ message: text, type: code, nonRetryable: false, ...(pauseMs === undefined ? {} : { nextRetryDelay: pauseMs }) });
}

/** Trying again cannot help: a wrong secret, a broken template. The journey goes on by the failure of the step. */
export function giveUp(code: string, text: string): ApplicationFailure {
  return ApplicationFailure.create({ message: text, type: code, nonRetryable: true });
}
