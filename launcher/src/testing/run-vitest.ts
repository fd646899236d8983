import { execa } from 'execa';
import { nodeBinary } from '../node-binary.ts';
import { inRepository, repositoryFolder } from '../repository.ts';
import { type Counts, countVitest } from './counts.ts';
import { readReport } from './read-report.ts';

/** Runs the tests of every vitest project and answers how they went. */
export async function runVitest(options: { readonly reportFile: string }): Promise<Counts> {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${options.reportFile}`];
  const result = await execa(nodeBinary(), [inRepository('node_modules/vitest/vitest.mjs'), ...args], {
    cwd: repositoryFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    reject: false,
  });
  return countVitest(await readReport(options.reportFile), result.exitCode ?? 1);
}
