import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { nodeBinary } from './node-binary.ts';
import { inRepository } from './repository.ts';
import { runVerb } from './run-verb.ts';
import { scratchFolder } from './scratch-folder.ts';
import { browserTestEnv } from './testing/run-browser-tests.ts';
import { withScratchTendril } from './testing/with-scratch-tendril.ts';

/** `npm run pictures`: takes the pictures of the docs anew, in a demo workspace of its own. */
async function pictures(): Promise<number> {
  const scratch = await scratchFolder('tendril-pictures-');
  const code = await withScratchTendril(scratch, async (tendril, chromium) => {
    const playwright = inRepository('node_modules/@playwright/test/cli.js');
    const result = await execa(nodeBinary(), [playwright, 'test', '--config', 'playwright.pictures.config.ts'], {
      cwd: inRepository('builder-ui'),
      stdio: ['ignore', 'inherit', 'inherit'],
      reject: false,
      env: { ...browserTestEnv(tendril), CHROMIUM_PATH: chromium, PICTURES_FOLDER: inRepository(join('docs', 'images')) },
    });
    return result.exitCode ?? 1;
  });
  await rm(scratch, { recursive: true, force: true });
  return code;
}

await runVerb(pictures);
