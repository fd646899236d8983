import { readFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config.ts';

/** A connection to Temporal, opened when it is first needed, so that the API starts while Temporal is away. */
export interface TemporalAccess {
  readonly client: Client;
  /** Rejects if Temporal does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Prepares the connection that the configuration names: plain, TLS, API key or client certificate. */
export async function connectTemporal(config: Config['temporal']): Promise<TemporalAccess> {
  const { address, namespace, apiKey, certificate } = config;
  const clientCertPair = certificate === null ? undefined : { crt: await readFile(certificate.certFile), key: await readFile(certificate.keyFile) };
  const connection = Connection.lazy({
    address,
    tls: clientCertPair === undefined ? config.tls : { clientCertPair },
    ...(apiKey === null ? {} : { apiKey }),
  });
  return {
    client: new Client({ connection, namespace }),
    check: async () => void (await connection.workflowService.getSystemInfo({})),
    close: () => connection.close(),
  };
}
