/** One open tab that shows a journey, as others see it. */
export interface SeatView {
  readonly tab: string;
  readonly userId: string;
  readonly name: string;
  /** Whether this seat edits. */
  readonly holds: boolean;
  /** For how long it has been asking for the pen, in real ms; null if it does not. */
  readonly askingMs: number | null;
}

/** Who has a journey open. */
export interface SeatsView {
  /** In the order in which they came. */
  readonly seats: readonly SeatView[];
  /** The draft's revision, so that those who look on know when to read it again. */
  readonly revision: number;
  /** After how long without an answer a request is granted, in real ms. */
  readonly silenceMs: number;
}
