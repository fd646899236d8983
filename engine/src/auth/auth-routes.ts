import type { RateLimitOptions } from '@fastify/rate-limit';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_IP_HEADER } from './client-ip-header.ts';
import type { Auth } from './create-auth.ts';

/** Log-in, log-out and session under /api/auth. Log-ins are limited per address. */
export function registerAuthRoutes(app: FastifyInstance, { auth, loginsPerMinute }: { readonly auth: Auth; readonly loginsPerMinute: number }): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const answer = await auth.handler(toWebRequest(request));
    reply.status(answer.status);
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
    for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
    return reply.send(answer.body === null ? null : await answer.text());
  };
  const access = { access: { public: 'Log-in itself; better-auth checks each path below it.' } } as const;
  const rateLimit: RateLimitOptions = { max: loginsPerMinute, timeWindow: 60_000, groupId: 'log-in' };
  app.route({ method: 'POST', url: '/api/auth/sign-in/*', config: { ...access, rateLimit }, handler });
  app.route({ method: ['GET', 'POST'], url: '/api/auth/*', config: access, handler });
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = fromNodeHeaders(request.headers);
  headers.set(CLIENT_IP_HEADER, request.ip);
  headers.delete('content-length');
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined;
  return new Request(url, { method: request.method, headers, ...(hasBody ? { body: JSON.stringify(request.body) } : {}) });
}
