import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks per second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU that a process has used since it started, its ended children included.
 * @throws Error where there is no /proc: the row is measured on Linux only
 */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name may hold spaces; everything after its bracket is numbers.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return (user + system + childUser + childSystem) / TICKS_PER_SECOND;
}

/** The process that serves an address of this machine by a command whose line holds both texts. */
export async function findProcess(command: string, port: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    if (words.some((word) => word.includes(command)) && words.some((word) => word === port)) return Number(name);
  }
  throw new Error(`No process “${command}” serves port ${port}.`);
}
