/** What the API and the worker both have to know of the services around them. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly embedded: boolean };
  /** Seals channel credentials and signs links. */
  readonly secret: string;
  /** Where people and mail programs reach Tendril. */
  readonly publicUrl: string;
}

/** The surroundings as environment variables. An embedded Temporal knows no keys or namespaces, so those are taken away. */
export function surroundingsEnv(around: Surroundings): NodeJS.ProcessEnv {
  const foreign = { TEMPORAL_NAMESPACE: undefined, TEMPORAL_API_KEY: undefined, TEMPORAL_TLS: undefined };
  const certificates = { TEMPORAL_TLS_CERT_FILE: undefined, TEMPORAL_TLS_KEY_FILE: undefined };
  return {
    ...(around.temporal.embedded ? { ...foreign, ...certificates } : {}),
    HOST: '127.0.0.1',
    DATABASE_URL: around.databaseUrl,
    TEMPORAL_ADDRESS: around.temporal.address,
    TENDRIL_SECRET: around.secret,
    PUBLIC_URL: around.publicUrl,
  };
}
