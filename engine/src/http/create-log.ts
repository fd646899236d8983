import { type Logger, pino } from 'pino';

/** Names of values that must never reach a log, wherever they stand in an object. */
const SECRETS = ['password', 'secret', 'token', 'apiKey', 'writeKey', 'cookie', 'authorization', 'sealed', 'databaseUrl'] as const;

const REDACTED_PATHS = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Signed tokens and credentials that stand in addresses. */
const SECRET_IN_URL = /(\/(?:t\/[cou]|u)\/)[^/?#]+|([?&](?:access_token|corpsecret|key|token|secret|msg_signature|echostr)=)[^&#]*/g;

/** An address without the tokens and credentials in it. */
export const redactUrl = (url: string): string =>
  url.replace(SECRET_IN_URL, (_, path?: string, query?: string) => `${path ?? query ?? ''}[redacted]`);

/** The process's log: one JSON line per entry on standard output, without secrets. */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: { service: 'api' },
    redact: { paths: [...REDACTED_PATHS, 'req.headers.cookie', 'req.headers.authorization', 'headers["set-cookie"]'], censor: '[redacted]' },
    serializers: {
      req: (request: { readonly method: string; readonly url: string; readonly id?: string; readonly ip?: string }) => ({
        id: request.id,
        method: request.method,
        url: redactUrl(request.url),
        ip: request.ip,
      }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
