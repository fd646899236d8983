/**
 * Something on this machine is missing or in the way, and a person can mend it. The message is all that is shown, without
 * a stack: it names what is wrong and what to do about it.
 */
export class RemediableError extends Error {
  override readonly name = 'RemediableError';
}
