/** One call of the API, for the log on the page. Carries no token and no secret. */
export interface CallEntry {
  readonly at: number;
  readonly method: string;
  /** Path below /cgi-bin/. */
  readonly path: string;
  /** Null if the caller got no answer. */
  readonly errcode: number | null;
  /** True if a fault was asked for. */
  readonly faulty: boolean;
}

/** The latest calls, newest first. */
export interface CallLog {
  note(entry: CallEntry): void;
  entries(): readonly CallEntry[];
}

const REMEMBERED = 100;

/** An empty log; it lives in memory only. */
export function createCallLog(changed: () => void): CallLog {
  const entries: CallEntry[] = [];
  return {
    note: (entry) => {
      entries.unshift(entry);
      entries.splice(REMEMBERED);
      changed();
    },
    entries: () => entries,
  };
}
