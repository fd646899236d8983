import { parseArgs } from 'node:util';
import { confirm } from '@inquirer/prompts';
import { emptyHome, type Home, homeFolder, openHome } from './home.ts';
import { createInterrupts, listenToSignals } from './interrupts.ts';
import { type ClaimedPorts, claimPorts } from './ports.ts';
import { createCrew } from './processes/crew.ts';
import { createProgress } from './progress.ts';
import { RemediableError } from './remediable-error.ts';
import { repositoryFolder } from './repository.ts';
import { runVerb } from './run-verb.ts';
import { installationSecrets } from './secrets.ts';
import { startTendril } from './start-tendril.ts';
import { trimLogs } from './trim-logs.ts';
import { welcome } from './welcome.ts';

/** `npm start`: starts everything, says where it is, and ends it when asked to or when a part is lost. */
async function start(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  const began = performance.now();
  await using home = await openHome(homeFolder(process.env, repositoryFolder));
  if (flags.reset && !(await reset(home, flags.yes))) return 0;
  await trimLogs(home.path('logs'));

  const crew = createCrew();
  await home.noteGuard(crew.guardPid);
  const abort = new AbortController();
  const interrupted = new Promise<'interrupted'>((resolve) => {
    const end = (): void => resolve('interrupted');
    const force = (): void => {
      crew.kill();
      process.exit(130);
    };
    listenToSignals(createInterrupts({ now: () => performance.now(), end, force }));
  });
  try {
    const ports = await claimPorts(home.folder);
    sayReplaced(ports);
    const secrets = await installationSecrets(home.folder);
    const progress = createProgress({ quiet: false });
    const temporalAddress = process.env['TEMPORAL_ADDRESS'] || undefined;
    const starting = startTendril({ home, ports, secrets, crew, progress, temporalAddress, signal: abort.signal });
    const outcome = await Promise.race([starting, interrupted]);
    if (outcome === 'interrupted') {
      starting.catch(() => undefined);
      return 130;
    }
    console.log(welcome(outcome, { homeFolder: home.folder, seconds: (performance.now() - began) / 1_000 }));
    const end = await Promise.race([interrupted, crew.lost]);
    if (end === 'interrupted') return 0;
    throw new RemediableError(
      `${end.name} ended unexpectedly, so everything else was ended too. Its log is ${end.logFile}; "npm start" starts again.`,
    );
  } finally {
    console.log('\nEnding …');
    abort.abort();
    await crew.stop();
    console.log('Ended.');
  }
}

function readFlags(args: readonly string[]): { readonly reset: boolean; readonly yes: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { reset: { type: 'boolean' }, yes: { type: 'boolean' } } });
    return { reset: values.reset === true, yes: values.yes === true };
  } catch {
    throw new RemediableError('npm start knows two options: --reset begins anew, --yes does so without asking (npm start -- --reset --yes).');
  }
}

async function reset(home: Home, agreed: boolean): Promise<boolean> {
  if (!agreed && process.stdin.isTTY !== true) {
    throw new RemediableError('A reset asks before it deletes, and nobody can answer here: add --yes (npm start -- --reset --yes).');
  }
  const question = `Delete all data of this Tendril (${home.folder}) and begin anew?`;
  if (!agreed && !(await confirm({ message: question, default: false }))) return false;
  await emptyHome(home);
  return true;
}

function sayReplaced(ports: ClaimedPorts): void {
  for (const { name, wanted, got } of ports.replaced) console.log(`Port ${wanted} is taken, so ${PORT_LABELS[name]} uses ${got}.`);
}

const PORT_LABELS: Readonly<Record<keyof ClaimedPorts['numbers'], string>> = {
  app: 'the app',
  workerHealth: "the worker's health check",
  wecom: 'the WeCom stand-in',
  mailbox: 'the mailbox',
  smtp: 'the SMTP server',
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  temporalUi: "Temporal's own page",
};

await runVerb(start);
