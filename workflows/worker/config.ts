import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().min(1, 'is needed: the PostgreSQL connection string'),
  TENDRIL_SECRET: z.string().min(32, 'must have at least 32 characters; it opens the stored channel settings'),
  PUBLIC_URL: z.url('must be the address at which people reach Tendril; links in mails point there'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  /** 1: webhooks may call addresses of this machine, such as a gateway beside the worker. */
  WEBHOOKS_ALLOW_LOCAL: z.enum(['0', '1']).default('0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What the worker needs to know, from the environment. */
export type WorkerConfig = z.infer<typeof environment>;

/**
 * Reads the environment once.
 * @throws Error that names every variable that is missing or wrong, one per line
 */
export function readConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const result = environment.safeParse(env);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
}
