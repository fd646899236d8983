import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .default(false);

const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  TEMPORAL_TLS: flag,
  TEMPORAL_TLS_CERT_FILE: z.string().min(1).optional(),
  TEMPORAL_TLS_KEY_FILE: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL, such as https://nurture.example.com' }),
  TRUSTED_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    ),
  TENDRIL_SECRET: z.string().min(32, 'must be at least 32 characters; make one with `openssl rand -hex 32`'),
  UI_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  INTAKE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
  LOGINS_PER_MINUTE: z.coerce.number().int().min(1).default(10),
  DEMO_MAILBOX_URL: z.url().optional(),
  DEMO_PHONE_URL: z.url().optional(),
});

/** What the API process needs to know, read once from the environment. */
export interface Config {
  readonly database: { readonly url: string; readonly connections: number };
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly apiKey: string | null;
    readonly tls: boolean;
    readonly certificate: { readonly certFile: string; readonly keyFile: string } | null;
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Under which people and mail programs reach this server, without a slash at the end. */
    readonly publicUrl: string;
    /** Further origins whose pages may use the API with a session, such as a development server. */
    readonly trustedOrigins: readonly string[];
    readonly uiDir: string | null;
    /** Proxies whose `X-Forwarded-For` is believed: a Fastify `trustProxy` list, or null for none. */
    readonly trustProxy: string | null;
    readonly metricsToken: string | null;
    readonly intakeRequestsPerMinute: number;
    readonly loginsPerMinute: number;
  };
  /** Signs sessions and links, and seals channel credentials. Losing it makes the sealed ones unreadable. */
  readonly secret: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly demoLinks: { readonly mailbox: string; readonly phone: string } | null;
}

/** The environment does not describe a runnable server; `problems` lists every variable that is wrong and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is incomplete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the configuration from environment variables; docs/api.md lists them.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable, as compose files leave them, means: not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  const problems = parsed.success ? pairProblems(parsed.data) : parsed.error.issues.map(describeIssue);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return arrange(parsed.data);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.');
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return missing ? `${name} is missing.` : `${name}: ${issue.message}.`;
}

function pairProblems(env: z.infer<typeof Environment>): string[] {
  const problems: string[] = [];
  if ((env.TEMPORAL_TLS_CERT_FILE === undefined) !== (env.TEMPORAL_TLS_KEY_FILE === undefined))
    problems.push('TEMPORAL_TLS_CERT_FILE and TEMPORAL_TLS_KEY_FILE belong together: set both or neither.');
  if ((env.DEMO_MAILBOX_URL === undefined) !== (env.DEMO_PHONE_URL === undefined))
    problems.push('DEMO_MAILBOX_URL and DEMO_PHONE_URL belong together: set both or neither.');
  return problems;
}

function arrange(env: z.infer<typeof Environment>): Config {
  const { TEMPORAL_TLS_CERT_FILE: certFile, TEMPORAL_TLS_KEY_FILE: keyFile, DEMO_MAILBOX_URL: mailbox, DEMO_PHONE_URL: phone } = env;
  return {
    database: { url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS },
    temporal: {
      address: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE,
      apiKey: env.TEMPORAL_API_KEY ?? null,
      tls: env.TEMPORAL_TLS || env.TEMPORAL_API_KEY !== undefined || certFile !== undefined,
      certificate: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : null,
    },
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
      trustedOrigins: env.TRUSTED_ORIGINS,
      uiDir: env.UI_DIR ?? null,
      trustProxy: env.TRUST_PROXY ?? null,
      metricsToken: env.METRICS_TOKEN ?? null,
      intakeRequestsPerMinute: env.INTAKE_REQUESTS_PER_MINUTE,
      loginsPerMinute: env.LOGINS_PER_MINUTE,
    },
    secret: env.TENDRIL_SECRET,
    logLevel: env.LOG_LEVEL,
    demoLinks: mailbox !== undefined && phone !== undefined ? { mailbox, phone } : null,
  };
}
