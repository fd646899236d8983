import { fileURLToPath } from 'node:url';
import type { Crew } from '../processes/crew.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { startNodeService } from './node-service.ts';

/** A real SMTP server whose mail is read in the browser and goes nowhere. */
export interface Mailbox extends AsyncDisposable {
  readonly process: RunningProcess;
  /** smtp:// address that mail is sent to. */
  readonly smtpUrl: string;
  /** The web inbox. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the mailbox (maildev) on 127.0.0.1.
 * @param plan.mailFolder keeps the mails across restarts
 * @throws RemediableError when it does not start
 */
export async function startMailbox(plan: {
  readonly smtpPort: number;
  readonly webPort: number;
  readonly mailFolder: string;
  readonly logFile: string;
  readonly crew: Crew;
}): Promise<Mailbox> {
  const url = `http://127.0.0.1:${plan.webPort}`;
  const running = await startNodeService({
    name: 'the mailbox',
    main: fileURLToPath(new URL('./mailbox-main.ts', import.meta.url)),
    env: { SMTP_PORT: String(plan.smtpPort), PORT: String(plan.webPort), MAIL_FOLDER: plan.mailFolder },
    healthUrl: `${url}/api/healthz`,
    logFile: plan.logFile,
    crew: plan.crew,
  });
  return { process: running, smtpUrl: `smtp://127.0.0.1:${plan.smtpPort}`, url, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}
