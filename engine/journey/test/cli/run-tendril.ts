import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../cli/tendril.ts', import.meta.url));

/** What a run of the command line answered. */
export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of one test's own, and the real `tendril` in it. */
export interface Shell extends AsyncDisposable {
  /** Runs `tendril` as a process of its own. `input` is its standard input. */
  tendril(args: readonly string[], input?: string): Promise<Answer>;
  /** Writes a file; what is no text is written as JSON. */
  write(name: string, content: unknown): Promise<void>;
  read(name: string): Promise<string>;
}

/** Opens a folder. The terminal speaks English unless the test says otherwise. */
export async function openShell(env: NodeJS.ProcessEnv = {}): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-cli-'));
  return {
    tendril: async (args, input = '') => {
      const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env } });
      child.stdin.end(input);
      const [out, err, code] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        new Promise<number | null>((resolve) => child.once('close', resolve)),
      ]);
      return { code, out: out.trimEnd(), err: err.trimEnd() };
    },
    write: (name, content) => writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content)),
    read: (name) => readFile(join(folder, name), 'utf8'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
