import { SERVICES_URL_VARIABLE, type TestServiceReply, type TestServiceRoute } from './host.ts';

/** A database of one test's own, with every migration applied. Dropped on dispose; all go with the test run anyway. */
export interface TestDatabase extends AsyncDisposable {
  /** Connection string of its owner. */
  readonly url: string;
  readonly name: string;
}

/** The Temporal dev server of this test run, shared by all: tests keep apart by workflow ids and task queues of their own. */
export interface TestTemporal extends AsyncDisposable {
  /** host:port of the gRPC service. */
  readonly address: string;
  readonly namespace: 'default';
}

/**
 * A fresh, migrated database on the one PostgreSQL of this test run (well under 100 ms after the first).
 * `await using database = await startPostgres()`
 * @throws outside a test run that was set up with `@tendril/launcher/test-services/vitest-setup`
 */
export async function startPostgres(): Promise<TestDatabase> {
  const { url, name } = await ask('/databases', {});
  return { url, name, [Symbol.asyncDispose]: async () => void (await ask('/databases/drop', { name })) };
}

/**
 * The Temporal dev server of this test run; the first call starts it. Nothing has to be closed.
 * @throws outside a test run that was set up with `@tendril/launcher/test-services/vitest-setup`
 */
export async function startTemporal(): Promise<TestTemporal> {
  const { address } = await ask('/temporal', {});
  return { address, namespace: 'default', [Symbol.asyncDispose]: async () => undefined };
}

async function ask<Route extends TestServiceRoute>(route: Route, body: object): Promise<TestServiceReply[Route]> {
  const base = process.env[SERVICES_URL_VARIABLE];
  if (base === undefined) {
    throw new Error('This test needs real services: add @tendril/launcher/test-services/vitest-setup to globalSetup of its vitest project.');
  }
  const response = await fetch(new URL(route, base), { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as TestServiceReply[Route];
}
