import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { createCallbackDesk } from './callbacks/callback-desk.ts';
import { LARGEST_UPLOAD } from './calls/media.ts';
import { registerApiRoutes } from './doors/api-routes.ts';
import { createCallLog } from './doors/call-log.ts';
import { createBell, registerChangeStream } from './doors/change-stream.ts';
import { createFaultBook } from './doors/fault-book.ts';
import { registerPageRoutes } from './doors/page-routes.ts';
import { registerPeopleRoutes } from './doors/people-routes.ts';
import { registerTestRoutes } from './doors/test-routes.ts';
import { type StandInOptions, settingsOf } from './options.ts';
import type { StandIn } from './stand-in.ts';
import type { StandInState } from './state/state.ts';
import { openStore } from './state/store.ts';

/** A stand-in that listens. */
export interface RunningStandIn extends AsyncDisposable {
  readonly app: FastifyInstance;
  /** Base address: WeCom's paths stand below /cgi-bin, the phones at /. */
  readonly url: string;
  readonly state: StandInState;
  /** Resolves when no event is on its way to the app any more. */
  callbacksSettled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server that speaks the part of WeCom's API that Tendril uses, with a page that plays people's phones. */
export async function createStandIn(options: StandInOptions = {}): Promise<RunningStandIn> {
  const settings = settingsOf(options);
  const bell = createBell();
  const store = await openStore(settings.stateFile, settings.staff, bell.ring);
  const now = (): number => settings.now() + store.state.clockAhead;
  let url = '';
  const standIn: StandIn = {
    settings,
    store,
    faults: createFaultBook(),
    callbacks: createCallbackDesk(settings, now, bell.ring),
    calls: createCallLog(bell.ring),
    now,
    address: () => url,
  };
  const app = await createServer();
  registerApiRoutes(app, standIn);
  registerPeopleRoutes(app, standIn);
  registerTestRoutes(app, standIn);
  registerPageRoutes(app, standIn);
  registerChangeStream(app, bell);
  url = await app.listen({ port: settings.port, host: settings.host });
  const stop = async (): Promise<void> => {
    standIn.callbacks.close();
    bell.close();
    await app.close();
    await store.saved();
  };
  return { app, url, state: store.state, callbacksSettled: standIn.callbacks.settled, stop, [Symbol.asyncDispose]: stop };
}

async function createServer(): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 5_000_000, forceCloseConnections: true });
  await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 1 } });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  // WeCom reads every body as JSON, whatever it is called; what is none is refused by the call, with an errcode.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, parsed(String(body))));
  app.setNotFoundHandler((_request, reply) => reply.status(404).send());
  app.get('/health', () => ({ status: 'ok' }));
  return app;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
