import type { Permission } from '../api/permissions.ts';

/**
 * Who may call a plain route. Every route names one of these in `config.access`; the server does not start with a route
 * that does not, so that no door is open by oversight.
 */
export type RouteAccess =
  /** Anybody; the sentence says why that is right. */
  | { readonly public: string }
  /** A log-in whose role has the permission. */
  | { readonly permission: Permission }
  /** A secret of its own that the handler checks: a write key, a signed token, a shared token. */
  | { readonly credential: 'write-key' | 'signed-token' | 'metrics-token' | 'wecom-signature' };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
}
