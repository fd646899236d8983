/** A service that runs beside this process. */
export interface RunningProcess extends AsyncDisposable {
  /** What people call it, for messages: "PostgreSQL", "the worker". */
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** The signal that makes it end in good order. */
  readonly stopSignal: NodeJS.Signals;
  /** Settles when the process has ended, however it ended; never rejects. */
  readonly ended: Promise<void>;
  /** Whether `stop` or `kill` was called, so that its end is no surprise. */
  readonly stopping: boolean;
  /** Ends the process in good order; forces it after 15 seconds. A second call waits for the first. */
  stop(): Promise<void>;
  /** Ends the process at once. */
  kill(): void;
}
