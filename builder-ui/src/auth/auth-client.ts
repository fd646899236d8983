import { createAuthClient } from 'better-auth/client';

/** Talks to the log-in of the same origin. */
export const createAuth = (origin: string) => createAuthClient({ baseURL: origin });
