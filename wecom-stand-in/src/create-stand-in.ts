import fastify, { type FastifyInstance } from 'fastify';
import { registerApiRoutes } from './doors/api-routes.ts';
import { registerControlRoutes } from './doors/control-routes.ts';
import { createFaultBook } from './doors/fault-book.ts';
import { type StandInOptions, settingsOf } from './options.ts';
import { phonePage } from './page/phone-page.ts';
import type { StandIn } from './stand-in.ts';
import type { StandInState } from './state/state.ts';
import { openStore } from './state/store.ts';

/** A stand-in that listens. */
export interface RunningStandIn extends AsyncDisposable {
  readonly app: FastifyInstance;
  /** Base address: WeCom's paths stand below /cgi-bin, the phones at /. */
  readonly url: string;
  readonly state: StandInState;
  stop(): Promise<void>;
}

/** Starts a server that speaks the part of WeCom's API that Tendril uses. */
export async function createStandIn(options: StandInOptions = {}): Promise<RunningStandIn> {
  const settings = settingsOf(options);
  const store = await openStore(settings.stateFile, settings.staff);
  const standIn: StandIn = { settings, store, faults: createFaultBook(), now: () => settings.now() + store.state.clockAhead };
  const app = fastify({ bodyLimit: 5_000_000, forceCloseConnections: true });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send());
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(phonePage));
  registerApiRoutes(app, standIn);
  registerControlRoutes(app, standIn);
  const url = await app.listen({ port: settings.port, host: settings.host });
  const stop = async (): Promise<void> => {
    await app.close();
    await store.saved();
  };
  return { app, url, state: store.state, stop, [Symbol.asyncDispose]: stop };
}
