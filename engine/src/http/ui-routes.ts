import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Paths that belong to machines: an unknown one is an error, not a page. */
const MACHINE_PATHS = /^\/(?:api|trpc|v1|t|u|wecom|health|metrics)(?:\/|$)/;

/** Serves the built UI; every other path without a file is a page of the UI and gets `index.html`. */
export async function registerUiRoutes(app: FastifyInstance, uiDir: string | null): Promise<void> {
  const root = uiDir === null ? null : resolve(uiDir);
  const hasUi = root !== null && existsSync(join(root, 'index.html'));
  if (hasUi) {
    await app.register(fastifyStatic, { root, serve: false });
    const access = { public: 'The UI itself holds no data.' };
    // Nothing is returned here and below: a file that is missing goes on to the next handler with the same reply, and a
    // reply that two handlers return is listened to twice over.
    app.get('/*', { config: { access }, logLevel: 'warn' }, (request, reply) => {
      const path = new URL(request.url, 'http://ui').pathname;
      const hashed = path.startsWith('/assets/');
      if (path === '/') reply.sendFile('index.html', { cacheControl: false });
      else reply.sendFile(path, { immutable: hashed, maxAge: hashed ? '365d' : 0, index: false, dotfiles: 'ignore' });
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = new URL(request.url, 'http://ui').pathname;
    const isPage = request.method === 'GET' && !MACHINE_PATHS.test(path) && !path.startsWith('/assets/');
    if (hasUi && isPage) reply.status(200).header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    else reply.status(404).send({ error: 'route.unknown', message: `There is nothing at ${request.method} ${path}.` });
  });
}
