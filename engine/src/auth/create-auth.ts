import { createHash } from 'node:crypto';
import type { PrismaClient } from '@tendril/db';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { CLIENT_IP_HEADER } from './client-ip-header.ts';

const DAY_S = 86_400;

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

/** Log-in with email and password. Nobody can sign up: an admin adds members. */
export type Auth = ReturnType<typeof createAuth>;

/**
 * Builds log-in on the tables of the auth schema.
 * @param given.publicUrl origin under which people reach the server; cookies are `Secure` if it is https
 * @param given.trustedOrigins further origins that may send cookies, such as a development server
 */
export function createAuth(given: {
  readonly client: PrismaClient;
  readonly secret: string;
  readonly publicUrl: string;
  readonly trustedOrigins?: readonly string[];
}) {
  return betterAuth({
    appName: 'Tendril',
    baseURL: given.publicUrl,
    basePath: '/api/auth',
    secret: given.secret,
    trustedOrigins: [...sameMachine(given.publicUrl), ...(given.trustedOrigins ?? [])],
    database: prismaAdapter(given.client, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    disabledPaths: ['/sign-up/email', '/sign-in/social', '/link-social', '/delete-user', '/change-email'],
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    // The server's own rate limit knows the client's address behind proxies; one limit is enough.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      // Cookies ignore the port, so two installations on one machine need names of their own.
      cookiePrefix: `tendril-${createHash('sha256').update(given.secret).digest('hex').slice(0, 8)}`,
      useSecureCookies: given.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
    logger: { disabled: true },
  });
}

/** `localhost` and `127.0.0.1` are the same place to people, not to browsers. */
function sameMachine(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const names = ['localhost', '127.0.0.1'];
  return names.includes(url.hostname) ? names.map((name) => `${url.protocol}//${name}${url.port === '' ? '' : `:${url.port}`}`) : [url.origin];
}
