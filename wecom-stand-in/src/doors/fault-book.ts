/** What goes wrong with a call, and how often. */
export interface Fault {
  /** Path below /cgi-bin/, such as `externalcontact/add_msg_template`; `*` for all. */
  readonly path: string;
  /** Answer with this errcode and do nothing. */
  readonly errcode?: number | undefined;
  /** Answer with this HTTP status and an empty body, and do nothing: a gateway in between is ill. */
  readonly status?: number | undefined;
  /** Do the work at once, but answer this late (ms). */
  readonly delayMs?: number | undefined;
  /** Break the line before doing anything, or after having done it. */
  readonly drop?: 'before' | 'after' | undefined;
  /** How many calls it strikes, then it is gone; null: every call until the faults are cleared. */
  times: number | null;
}

/** Faults that a test or a person has asked for. */
export interface FaultBook {
  add(fault: Fault): void;
  /** The fault that strikes this call, used up by one. */
  strike(path: string): Fault | null;
  clear(): void;
  list(): readonly Fault[];
}

/** An empty book. */
export function createFaultBook(): FaultBook {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    strike: (path) => {
      const fault = faults.find((one) => one.path === '*' || one.path === path);
      if (fault === undefined) return null;
      if (fault.times !== null) fault.times -= 1;
      faults = faults.filter((one) => one.times === null || one.times > 0);
      return fault;
    },
    clear: () => {
      faults = [];
    },
    list: () => faults,
  };
}
