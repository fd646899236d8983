import { RemediableError } from './remediable-error.ts';

/**
 * Runs a command of the launcher to its end and sets the exit code. What a person can mend is said in its own words; a bug
 * is named without a stack, which TENDRIL_DEBUG=1 adds.
 */
export async function runVerb(verb: () => Promise<number>): Promise<never> {
  try {
    process.exit(await verb());
  } catch (error) {
    console.error(`\n${sentenceOf(error)}`);
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof RemediableError) return error.message;
  if (process.env['TENDRIL_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that Tendril did not foresee: ${message} Run it again with TENDRIL_DEBUG=1 and report what it prints.`;
}
