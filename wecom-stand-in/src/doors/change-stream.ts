import type { FastifyInstance } from 'fastify';

/** Tells open pages that something has changed, at most this often (ms). */
const PAUSE_MS = 120;
/** A comment now and then keeps proxies from closing the line (ms). */
const HEARTBEAT_MS = 25_000;

/** Rings at open pages. */
export interface Bell {
  ring(): void;
  listen(hear: () => void): () => void;
  close(): void;
}

/** A bell that rings once for many changes at a time. */
export function createBell(): Bell {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  return {
    ring: () => {
      if (listeners.size === 0) return;
      timer ??= setTimeout(() => {
        timer = null;
        for (const hear of listeners) hear();
      }, PAUSE_MS);
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** GET /stand-in/changes: server-sent events, one for each ring of the bell. */
export function registerChangeStream(app: FastifyInstance, bell: Bell): void {
  app.get('/stand-in/changes', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    raw.write('data: hello\n\n');
    const stop = bell.listen(() => raw.write('data: changed\n\n'));
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    request.raw.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}
