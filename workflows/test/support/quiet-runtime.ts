import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** Temporal's runtime can be installed once per process; tests want it to speak of errors only. */
export function installQuietRuntime(): void {
  if (!installed) Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } }, shutdownSignals: [] });
  installed = true;
}
