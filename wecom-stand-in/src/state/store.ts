import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newState, type Staff, StandInState } from './state.ts';

/** Keeps the state in a file, or only in memory if there is none. */
export interface Store {
  readonly state: StandInState;
  /** Notes a change; it is on disk once `saved()` resolves. */
  changed(): void;
  /** Resolves when every change noted so far is on disk. Changes that come in while one write runs share the next. */
  saved(): Promise<void>;
  /** Forgets everything but the staff. */
  reset(): void;
}

/** Opens the store; `onChange` hears of every change. Throws if the file is there but is not one of ours, rather than overwriting it. */
export async function openStore(file: string | null, staff: readonly Staff[], onChange: () => void = () => undefined): Promise<Store> {
  const state = file === null ? newState(staff) : await load(file, staff);
  let dirty = false;
  let writing: Promise<void> | null = null;

  const write = async (path: string): Promise<void> => {
    while (dirty) {
      dirty = false;
      const temporary = `${path}.${process.pid}.part`;
      await writeFile(temporary, JSON.stringify(state));
      await rename(temporary, path);
    }
  };
  const saved = async (): Promise<void> => {
    if (file === null) return;
    while (dirty || writing !== null) {
      writing ??= write(file).finally(() => {
        writing = null;
      });
      await writing;
    }
  };
  return {
    state,
    changed: () => {
      dirty = true;
      onChange();
    },
    saved,
    reset: () => {
      Object.assign(state, newState(staff));
      dirty = true;
      onChange();
    },
  };
}

async function load(file: string, staff: readonly Staff[]): Promise<StandInState> {
  await mkdir(dirname(file), { recursive: true });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return newState(staff);
  const known = StandInState.safeParse(parseJson(text));
  if (!known.success) throw new Error(`${file} is not a state of this stand-in; move it away or delete it to begin anew.`);
  const missing = staff.filter((member) => !known.data.staff.some((one) => one.userid === member.userid));
  known.data.staff.push(...missing);
  return known.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
