import { TRACKING_PATH } from '@tendril/content/tracking';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrackingParts } from './tracking-parts.ts';
import { unsubscribe } from './unsubscribe.ts';
import { pageLocale, type UnsubscribeState, unsubscribePage } from './unsubscribe-page.ts';

type UnsubscribeRequest = FastifyRequest<{ Params: { readonly token: string }; Querystring: { readonly lang?: string } }>;

/**
 * GET asks, POST does: mail scanners follow links but do not press buttons. The POST is also RFC 8058's one-click
 * unsubscribe, so it takes any form body, needs no cookie and never redirects.
 */
export async function registerUnsubscribeRoutes(app: FastifyInstance, parts: TrackingParts): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 10_000 }, (_request, body, done) => done(null, body));
  const config = { access: { credential: 'signed-token' as const } };
  const page = (request: UnsubscribeRequest, state: UnsubscribeState): string =>
    unsubscribePage(state, pageLocale(request.headers['accept-language'], request.query.lang));
  app.addHook('onRequest', async (_request, reply) => void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }));

  // Mails lead to the first; the second is shorter, for people who have to type it.
  for (const url of [`${TRACKING_PATH}/u/:token`, '/u/:token']) {
    app.get(url, { config }, async (request: UnsubscribeRequest, reply) => {
      const known = parts.links.read(request.params.token)?.is === 'unsubscribe';
      return reply
        .status(known ? 200 : 404)
        .type('text/html; charset=utf-8')
        .send(page(request, known ? 'ask' : 'unknown'));
    });
    app.post(url, { config }, async (request: UnsubscribeRequest, reply) => {
      const token = parts.links.read(request.params.token);
      const done = token?.is === 'unsubscribe' && (await unsubscribe(parts, token));
      return reply
        .status(done ? 200 : 404)
        .type('text/html; charset=utf-8')
        .send(page(request, done ? 'done' : 'unknown'));
    });
  }
}
