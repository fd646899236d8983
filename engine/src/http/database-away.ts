/** Codes by which PostgreSQL, its driver and Prisma say that the database cannot be reached just now. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Can't reach database|ECONNREFUSED|DatabaseNotReachable|ConnectionClosed/;

/** True if the error, or what caused it, means that the database is away and the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 6; current = current.cause, depth += 1) {
    const { code } = current as { readonly code?: unknown };
    if ((typeof code === 'string' && AWAY.has(code)) || AWAY_MESSAGE.test(current.message)) return true;
    if (current instanceof AggregateError && current.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
