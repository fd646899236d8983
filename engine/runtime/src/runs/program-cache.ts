import type { Prisma } from '@tendril/db';
import type { Program } from '@tendril/journey/model';
import { type JourneySettings, settingsSchema } from '@tendril/journey/schema';

/** A program with its settings read. */
export interface LoadedProgram {
  readonly program: Program;
  readonly settings: JourneySettings;
}

/** Keeps programs in memory. They are immutable and named by their content, so what is kept is never wrong. */
export class ProgramCache {
  readonly #programs = new Map<string, LoadedProgram>();
  readonly #most: number;

  /** @param most programs to keep; the longest unused one goes first */
  constructor(most = 500) {
    this.#most = most;
  }

  /**
   * The program of this name.
   * @throws if the database has none: a run or version points at nothing, which must not happen
   */
  async load(tx: Prisma.TransactionClient, hash: string): Promise<LoadedProgram> {
    const known = this.#programs.get(hash) ?? (await read(tx, hash));
    this.#programs.delete(hash);
    this.#programs.set(hash, known);
    const [oldest] = this.#programs.keys();
    if (this.#programs.size > this.#most && oldest !== undefined) this.#programs.delete(oldest);
    return known;
  }
}

async function read(tx: Prisma.TransactionClient, hash: string): Promise<LoadedProgram> {
  const row = await tx.program.findUnique({ where: { hash } });
  if (row === null) throw new Error(`There is no program ${hash}.`);
  // Written by the compiler alone; the settings are read again because a newer release may know more of them.
  const program = row.program as unknown as Program;
  return { program, settings: settingsSchema.parse(program.settings) };
}
