import type { ApiErrorCode } from '../sentences/api-errors.ts';

/** HTTP-like classes a person's mistake can fall into. */
export type UserErrorStatus = 'BAD_REQUEST' | 'NOT_FOUND' | 'CONFLICT' | 'FORBIDDEN' | 'TOO_MANY_REQUESTS';

/**
 * A mistake a person made and can mend. `code` names a sentence in the UI's catalogue (`error.<code>`), `params` its
 * values: the field, the value, the way out. Never carries a stack trace to a page.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ApiErrorCode;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly status: UserErrorStatus;

  constructor(code: ApiErrorCode, params: UserError['params'] = {}, status: UserErrorStatus = 'BAD_REQUEST') {
    super(code);
    this.code = code;
    this.params = params;
    this.status = status;
  }
}
