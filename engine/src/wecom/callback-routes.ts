import { type CallbackSeal, readCallbackMessage, readCallbackQuery, readEncryptedBody } from '@tendril/content/wecom-callback';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallbackBook } from './callback-book.ts';
import { type CallbackParts, handleCallback } from './handle-callback.ts';

/** Largest callback, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Where WeCom calls back: GET verifies the address, POST brings events. Whose they are is told by whose key opens them.
 * An answer other than 200 makes WeCom try again, three times in all.
 */
export async function registerWecomRoutes(app: FastifyInstance, parts: CallbackParts & { readonly book: CallbackBook }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  const config = { access: { credential: 'wecom-signature' as const } };

  app.get('/wecom/callback', { config }, async (request, reply) => {
    const query = readCallbackQuery(request.raw.url ?? '');
    const opened = query?.echo ? await open(parts.book, request, query.echo) : null;
    if (opened === null) return refuse(reply);
    return reply.type('text/plain; charset=utf-8').send(opened.text);
  });

  app.post('/wecom/callback', { config }, async (request, reply) => {
    const encrypted = typeof request.body === 'string' ? readEncryptedBody(request.body) : null;
    const opened = encrypted === null ? null : await open(parts.book, request, encrypted);
    if (opened === null) return refuse(reply);
    const message = readCallbackMessage(opened.text);
    if (message !== null) await handleCallback(parts, opened.workspaceId, message);
    return reply.status(200).send();
  });
}

const refuse = (reply: FastifyReply): FastifyReply =>
  reply.status(401).send({ error: 'callback.signature', message: 'The signature does not fit the Token and EncodingAESKey of any workspace.' });

async function open(
  book: CallbackBook,
  request: FastifyRequest,
  encrypted: string,
): Promise<{ readonly workspaceId: string; readonly text: string } | null> {
  const query = readCallbackQuery(request.raw.url ?? '');
  if (query === null) return null;
  for (const [workspaceId, seal] of await book.seals()) {
    const opened: ReturnType<CallbackSeal['open']> = seal.open(query, encrypted);
    if (opened.ok) return { workspaceId, text: opened.text };
  }
  return null;
}
