import { join } from 'node:path';
import { findChromium, thisBrowserMachine } from '../chromium.ts';
import { openHome } from '../home.ts';
import { claimPorts } from '../ports.ts';
import { createCrew } from '../processes/crew.ts';
import { createProgress } from '../progress.ts';
import { installationSecrets } from '../secrets.ts';
import { type RunningTendril, startTendril } from '../start-tendril.ts';

/**
 * Starts a whole Tendril in a folder, hands it and the path of a Chromium to `use`, and ends it afterwards.
 * @param folder may be thrown away afterwards; it holds the data and the logs
 * @throws RemediableError when a part of Tendril does not start, or there is no browser and none can be installed
 */
export async function withScratchTendril<Result>(
  folder: string,
  use: (tendril: RunningTendril, chromium: string) => Promise<Result>,
): Promise<Result> {
  await using home = await openHome(join(folder, 'home'));
  await using crew = createCrew();
  await home.noteGuard(crew.guardPid);
  const [ports, secrets] = await Promise.all([claimPorts(home.folder), installationSecrets(home.folder)]);
  const progress = createProgress({ quiet: false });
  const chromium = progress.step('Chromium', async () => findChromium(await thisBrowserMachine()));
  const signal = new AbortController().signal;
  const tendril = await startTendril({ home, ports, secrets, crew, progress, temporalAddress: undefined, signal });
  // Awaited here: what is in use must not end before its user.
  return await use(tendril, await chromium);
}
