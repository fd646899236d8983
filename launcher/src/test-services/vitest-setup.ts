import { SERVICES_URL_VARIABLE, startTestServiceHost, type TestServiceHost } from './host.ts';

const KEY = Symbol.for('tendril.test-services');
// Every project loads this file anew; only the global object is the same for all of them.
const shared = globalThis as { [KEY]?: Promise<TestServiceHost> | undefined };

/** vitest `globalSetup`: one host for the whole run, however many projects name it. */
export async function setup(): Promise<void> {
  shared[KEY] ??= startTestServiceHost();
  process.env[SERVICES_URL_VARIABLE] = (await shared[KEY]).url;
}

/** Ends the services after the last project. */
export async function teardown(): Promise<void> {
  const host = shared[KEY];
  delete shared[KEY];
  await (await host)?.stop();
}
