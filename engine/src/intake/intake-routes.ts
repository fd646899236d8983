import { createHash } from 'node:crypto';
import type { RateLimitOptions } from '@fastify/rate-limit';
import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../http/metrics.ts';
import { workspaceNow } from '../services/workspace-clock.ts';
import { type ItemError, parseItem } from './intake-item.ts';
import { BODY_LIMIT, readBody } from './read-body.ts';
import { readWriteKey } from './read-write-key.ts';
import { toEvent } from './to-event.ts';
import { whenItHappened } from './when-it-happened.ts';
import { hashWriteKey } from './write-key.ts';

/** Most events in one batch. */
const BATCH_LIMIT = 2_000;

/** Paths of single calls, with the short ones of the browser library. */
const SINGLE_CALLS: Readonly<Record<string, string>> = {
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
};

/** What the intake is built from. */
export interface IntakeParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'recordEvents'>;
  readonly metrics: Pick<Metrics, 'events'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
  readonly requestsPerMinute: number;
}

/**
 * The HTTP intake: the paths, bodies and answers of Segment's tracking API, so that any Segment client can send here. A
 * write key stands for a workspace.
 */
export async function registerIntakeRoutes(app: FastifyInstance, parts: IntakeParts): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT.packed }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (_request, reply) => void reply.header('access-control-allow-origin', '*'));
  const rateLimit: RateLimitOptions = {
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    groupId: 'intake',
    keyGenerator: (request) =>
      createHash('sha256')
        .update(request.headers.authorization ?? request.ip)
        .digest('base64'),
  };
  const config = { access: { credential: 'write-key' as const }, rateLimit };
  app.post('/v1/batch', { config }, (request, reply) => take(request, reply, { parts, type: null }));
  app.post('/v1/b', { config }, (request, reply) => take(request, reply, { parts, type: null }));
  for (const [path, type] of Object.entries(SINGLE_CALLS)) {
    app.post(`/v1/${path}`, { config }, (request, reply) => take(request, reply, { parts, type }));
  }
  const preflight = { config: { access: { public: 'A browser asks whether it may send; nothing is read.' } } };
  app.options('/v1/*', preflight, async (_request, reply) =>
    reply
      .status(204)
      .headers({
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '86400',
      })
      .send(),
  );
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  { parts, type }: { readonly parts: IntakeParts; readonly type: string | null },
): Promise<FastifyReply> {
  const receivedAt = parts.clock.now();
  const body = await readBody(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), request.headers['content-encoding']);
  const workspaceId = await workspaceOf(parts.db, readWriteKey(request.headers.authorization, body));
  if (workspaceId === null) {
    return reply
      .status(401)
      .send({ success: false, error: 'write-key.unknown', message: 'Send a valid write key as the user name of HTTP Basic authentication.' });
  }
  const batch = type === null ? batchOf(body) : [{ ...Object(body), type }];
  if (batch === null) return reply.status(400).send({ success: false, error: 'batch.missing', message: 'The body must hold a list named "batch".' });
  if (batch.length > BATCH_LIMIT) {
    return reply
      .status(413)
      .send({ success: false, error: 'batch.too-long', message: `A batch holds at most ${BATCH_LIMIT} events; this one has ${batch.length}.` });
  }
  const errors = await record(parts, { workspaceId, batch, receivedAt, sentAt: sentAtOf(body) });
  if (errors.length > 0 && errors.length === batch.length) return reply.status(400).send({ success: false, errors });
  return reply.send(errors.length === 0 ? { success: true } : { success: true, errors });
}

async function record(
  { db, runtime, metrics }: IntakeParts,
  given: { readonly workspaceId: string; readonly batch: readonly unknown[]; readonly receivedAt: number; readonly sentAt: number | null },
): Promise<readonly ItemError[]> {
  const { workspaceId, batch, receivedAt, sentAt } = given;
  const parsed = batch.map(parseItem);
  const items = parsed.flatMap((one) => (one.ok ? [one.item] : []));
  const errors = parsed.flatMap((one) => (one.ok ? [] : [one.error]));
  metrics.events.inc({ outcome: 'refused' }, errors.length);
  if (items.length === 0) return errors;
  const workspace = await workspaceNow(db.client, workspaceId, receivedAt);
  const events = items.map((item) => toEvent(item, whenItHappened(item, { receivedAt, sentAt, workspace })));
  const { recorded, duplicates } = await runtime.recordEvents({ workspaceId, events });
  metrics.events.inc({ outcome: 'recorded' }, recorded);
  metrics.events.inc({ outcome: 'duplicate' }, duplicates);
  return errors;
}

async function workspaceOf({ client }: Db, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const row = await client.intakeKey.findUnique({ where: { keyHash: hashWriteKey(key) } });
  return row === null || row.revokedAt !== null ? null : row.workspaceId;
}

function batchOf(body: unknown): readonly unknown[] | null {
  const batch = typeof body === 'object' && body !== null && 'batch' in body ? body.batch : null;
  return Array.isArray(batch) ? batch : null;
}

function sentAtOf(body: unknown): number | null {
  const sentAt = typeof body === 'object' && body !== null && 'sentAt' in body ? body.sentAt : null;
  const instant = typeof sentAt === 'string' ? Date.parse(sentAt) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
