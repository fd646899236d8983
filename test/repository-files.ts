import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, with a slash at the end. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** Every file that is or will be committed, as paths from the checkout. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repository, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(repository, file)));
}

/** A file's text, or undefined for a picture or another binary file. */
export function textOf(file: string): string | undefined {
  const content = readFileSync(join(repository, file));
  return content.includes(0) ? undefined : content.toString('utf8');
}
