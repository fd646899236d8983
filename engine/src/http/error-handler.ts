import type { FastifyError, FastifyInstance } from 'fastify';
import { UserError, type UserErrorStatus } from '../services/user-error.ts';
import { isDatabaseAway } from './database-away.ts';

const STATUS: Readonly<Record<UserErrorStatus, number>> = { BAD_REQUEST: 400, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, TOO_MANY_REQUESTS: 429 };

/** Seconds after which a caller may try again while the database is away. */
export const RETRY_AFTER_S = 5;

/** Answers errors of plain routes: people's mistakes as sentences, an absent database as 503, everything else as a bare 500. */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof UserError) return reply.status(STATUS[error.status]).send({ error: error.code, params: error.params });
    if (isDatabaseAway(error)) {
      request.log.error({ err: error }, 'the database is away');
      return reply
        .status(503)
        .header('retry-after', RETRY_AFTER_S)
        .send({ error: 'database.away', message: 'The database cannot be reached just now; try again shortly.' });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.status(status).send({ error: error.code ?? 'request.refused', message: error.message });
    request.log.error({ err: error }, 'request failed');
    return reply.status(500).send({ error: 'internal', message: 'Something went wrong here; the log of the server says what.' });
  });
}
