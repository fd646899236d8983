import { TRACKING_PATH } from '@tendril/content/tracking';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordClick } from './record-click.ts';
import { recordOpen } from './record-open.ts';
import type { TrackingParts } from './tracking-parts.ts';

/** A transparent GIF of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const PRIVATE = { 'cache-control': 'no-store, max-age=0', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } as const;

interface TokenParams {
  readonly token: string;
}

/** The links and the picture in mails. They answer at once and record afterwards, so that a reader never waits for us. */
export async function registerTrackingRoutes(app: FastifyInstance, parts: TrackingParts): Promise<void> {
  const config = { access: { credential: 'signed-token' as const } };
  app.get<{ Params: TokenParams }>(`${TRACKING_PATH}/c/:token`, { config }, async (request, reply) => {
    const token = parts.links.read(request.params.token);
    if (token?.is !== 'click')
      return reply.status(404).headers(PRIVATE).send({ error: 'link.unknown', message: 'This link is not one of ours, or was changed.' });
    noteClick(request, parts, token);
    return reply.headers(PRIVATE).redirect(token.url, 302);
  });
  app.get<{ Params: TokenParams }>(`${TRACKING_PATH}/o/:token`, { config }, async (request, reply) => {
    const token = parts.links.read(request.params.token);
    if (token?.is === 'open') {
      const opening = recordOpen(parts, { messageId: token.messageId, at: parts.clock.now() });
      opening.catch((error: unknown) => request.log.error({ err: error, messageId: token.messageId }, 'an opened mail could not be recorded'));
    }
    // Also for a token that is not ours: a broken picture would look as if the mail were.
    return reply.headers(PRIVATE).type('image/gif').send(PIXEL);
  });
}

function noteClick(request: FastifyRequest, parts: TrackingParts, { messageId, url }: { readonly messageId: string; readonly url: string }): void {
  const { headers, method } = request;
  const purpose = headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-purpose'] ?? headers['x-moz'];
  const traces = { method, userAgent: headers['user-agent'], acceptLanguage: headers['accept-language'], purpose: purpose?.toString() };
  const at = parts.clock.now();
  parts.clicks.add({
    mail: messageId,
    url,
    judge: (linksAtOnce) =>
      recordClick(parts, { messageId, url, at, traces, linksAtOnce }).catch((error: unknown) =>
        request.log.error({ err: error, messageId }, 'a click could not be recorded'),
      ),
  });
}
