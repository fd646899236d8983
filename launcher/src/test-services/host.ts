import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startSharedServices } from './shared-services.ts';

/** The environment variable by which test processes find the host of their run. */
export const SERVICES_URL_VARIABLE = 'TENDRIL_TEST_SERVICES';

/** What the host answers on each of its routes. */
export interface TestServiceReply {
  readonly '/databases': { readonly url: string; readonly name: string };
  readonly '/databases/drop': Record<string, never>;
  readonly '/temporal': { readonly address: string };
}

/** A route of the host. */
export type TestServiceRoute = keyof TestServiceReply;

/** Hands out real services to the processes of one test run. */
export interface TestServiceHost {
  readonly url: string;
  /** Ends every service and throws their data away. */
  stop(): Promise<void>;
}

/** Starts the host. Services start when they are first asked for. */
export async function startTestServiceHost(): Promise<TestServiceHost> {
  const services = startSharedServices();
  const routes: { readonly [Route in TestServiceRoute]: (body: { name?: string }) => Promise<TestServiceReply[Route]> } = {
    '/databases': services.createDatabase,
    '/databases/drop': async ({ name = '' }) => {
      await services.dropDatabase(name);
      return {};
    },
    '/temporal': services.temporal,
  };
  const server = createServer(async (request, response) => {
    try {
      const route = routes[request.url as TestServiceRoute];
      response.end(JSON.stringify(await route(JSON.parse(await text(request)))));
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.message : String(error));
    }
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await services.stop();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
