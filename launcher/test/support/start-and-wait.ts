import { join } from 'node:path';
import getPort from 'get-port';
import { createCrew } from '../../src/processes/crew.ts';
import { startMailbox } from '../../src/services/mailbox.ts';
import { startPostgresServer } from '../../src/services/postgres.ts';

/** A launcher in small, for the test that kills it: starts a foreign program and a service of ours, prints their ids, waits. */
const [folder = ''] = process.argv.slice(2);
const crew = createCrew();
const postgres = await startPostgresServer({
  dataDir: join(folder, 'postgres'),
  port: await getPort(),
  password: 'test',
  logFile: join(folder, 'postgres.log'),
  durable: false,
  crew,
});
const [smtpPort, webPort] = [await getPort(), await getPort()];
const mailbox = await startMailbox({ smtpPort, webPort, mailFolder: join(folder, 'mail'), logFile: join(folder, 'mailbox.log'), crew });
process.stdout.write(`${JSON.stringify([postgres.process.pid, mailbox.process.pid])}\n`);
