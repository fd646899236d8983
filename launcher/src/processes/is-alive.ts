import { readFileSync } from 'node:fs';

/** Whether a process with this id runs. One of another account counts; one that has ended and was not collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return !isZombie(pid);
}

/** In a container whose first process collects nobody, ended processes stay in the table for ever. */
function isZombie(pid: number): boolean {
  try {
    // The state follows the program's name, which stands in parentheses and may hold anything.
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return state === 'Z' || state === 'X';
  } catch {
    return false;
  }
}
