import { migrate, migrationsFolder } from '@tendril/db/migrate';
import { bringUpDatabase } from './bring-up-database.ts';
import { buildPrismaClient, buildUi } from './builds.ts';
import type { Home } from './home.ts';
import type { ClaimedPorts } from './ports.ts';
import type { Crew } from './processes/crew.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';
import { type DemoAccess, seedDemo } from './seed-demo.ts';
import { startApi } from './services/api.ts';
import { startMailbox } from './services/mailbox.ts';
import { type PostgresServer, startPostgresServer } from './services/postgres.ts';
import type { Surroundings } from './services/surroundings.ts';
import { startTemporalServer } from './services/temporal.ts';
import { startWecomStandIn } from './services/wecom-stand-in.ts';
import { startWorker } from './services/worker.ts';
import { findTemporal } from './temporal-cli/find-temporal.ts';

/** What a whole Tendril needs to start. */
export interface TendrilPlan {
  readonly home: Home;
  readonly ports: ClaimedPorts;
  readonly secrets: Secrets;
  readonly crew: Crew;
  readonly progress: Progress;
  /** A Temporal of the user's own; undefined starts one. */
  readonly temporalAddress: string | undefined;
  /** Ends a build early. */
  readonly signal: AbortSignal;
}

/** Where everything is, once it runs. */
export interface RunningTendril {
  readonly appUrl: string;
  readonly mailboxUrl: string;
  readonly phoneUrl: string;
  /** Undefined when the user's own Temporal is used. */
  readonly temporalUiUrl: string | undefined;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly demo: DemoAccess;
}

/**
 * Builds what changed and starts all services, side by side where they do not need each other. The crew ends them.
 * @throws RemediableError when a part cannot be had or does not start; what has started by then is in the crew
 */
export async function startTendril(plan: TendrilPlan): Promise<RunningTendril> {
  const { home, ports, crew, progress } = plan;
  const { numbers } = ports;
  const log = (name: string): string => home.path('logs', `${name}.log`);
  const appUrl = `http://127.0.0.1:${numbers.app}`;

  const client = progress.step('Prisma client', () => buildPrismaClient({ logFile: log('build'), signal: plan.signal }));
  const ui = progress.step('User interface', () => buildUi({ logFile: log('build'), signal: plan.signal }));
  const postgres = progress.step('PostgreSQL', () => startPostgres(plan, log('postgres')));
  const temporal = progress.step('Temporal', (say) => startTemporal(plan, { logFile: log('temporal'), say }));
  const mailbox = progress.step('Mailbox', async () => {
    await Promise.all([ports.release('smtp'), ports.release('mailbox')]);
    return startMailbox({ smtpPort: numbers.smtp, webPort: numbers.mailbox, mailFolder: home.path('mail'), logFile: log('mailbox'), crew });
  });
  const wecom = progress.step('WeCom stand-in', async () => {
    await ports.release('wecom');
    return startWecomStandIn({ port: numbers.wecom, home: home.folder, apiUrl: appUrl, logFile: log('wecom-stand-in'), crew });
  });
  const database = progress.step('Database migrations', async () => {
    const server = await postgres;
    return bringUpDatabase({ server, migrate, migrationsFolder });
  });
  const demo = progress.step('Demo workspace', async () => {
    const [databaseUrl] = await Promise.all([database, client]);
    return seedDemo({ databaseUrl, secret: plan.secrets.installation, smtpUrl: (await mailbox).smtpUrl, wecomBaseUrl: (await wecom).url });
  });
  const around = async (): Promise<Surroundings> => {
    const [databaseUrl, temporalServer] = await Promise.all([database, temporal, client]);
    return { databaseUrl, temporal: temporalServer, secret: plan.secrets.installation, publicUrl: appUrl };
  };
  const api = progress.step('API', async () => {
    const [surroundings, { url: mailboxUrl }, { url: phoneUrl }] = await Promise.all([around(), mailbox, wecom, ui]);
    await ports.release('app');
    const demoLinks = { mailbox: mailboxUrl, phone: phoneUrl };
    await startApi({ port: numbers.app, surroundings, demoLinks, logFile: log('api'), crew });
  });
  const worker = progress.step('Worker', async () => {
    const surroundings = await around();
    await ports.release('workerHealth');
    await startWorker({ healthPort: numbers.workerHealth, surroundings, logFile: log('worker'), crew });
  });

  await progress.show();
  await Promise.all([api, worker]);
  const { uiUrl: temporalUiUrl, address: temporalAddress } = await temporal;
  const urls = { appUrl, mailboxUrl: (await mailbox).url, phoneUrl: (await wecom).url, temporalUiUrl };
  return { ...urls, databaseUrl: await database, temporalAddress, demo: await demo };
}

async function startPostgres(plan: TendrilPlan, logFile: string): Promise<PostgresServer> {
  await plan.ports.release('postgres');
  return startPostgresServer({
    dataDir: plan.home.path('postgres'),
    port: plan.ports.numbers.postgres,
    password: plan.secrets.postgresPassword,
    logFile,
    durable: true,
    crew: plan.crew,
  });
}

async function startTemporal(
  plan: TendrilPlan,
  options: { readonly logFile: string; readonly say: (progress: string) => void },
): Promise<{ readonly address: string; readonly uiUrl: string | undefined; readonly embedded: boolean }> {
  if (plan.temporalAddress !== undefined) return { address: plan.temporalAddress, uiUrl: undefined, embedded: false };
  const command = await findTemporal(options.say);
  await Promise.all([plan.ports.release('temporal'), plan.ports.release('temporalUi')]);
  const { address, uiUrl } = await startTemporalServer({
    command,
    port: plan.ports.numbers.temporal,
    uiPort: plan.ports.numbers.temporalUi,
    dbFile: plan.home.path('temporal', 'temporal.db'),
    logFile: options.logFile,
    crew: plan.crew,
  });
  return { address, uiUrl, embedded: true };
}
