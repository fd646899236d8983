/** When, and for whom, a drawing goes live, as its form has it. */
export interface When {
  readonly how: 'now' | 'share' | 'time';
  /** Of the leads that come in, for `share`. */
  readonly percent: number;
  readonly limits: Limits;
  /** For `time`: date and time in the reader's zone, as the browser's field writes it; empty while none is chosen. */
  readonly at: string;
}

/** What stops a trial by itself; an empty field is not watched. */
export interface Limits {
  readonly leastLeads: number;
  readonly failurePoints: number | null;
  readonly unsubscribePoints: number | null;
  readonly goalPoints: number | null;
}

export const AT_ONCE: When = {
  how: 'now',
  percent: 10,
  limits: { leastLeads: 20, failurePoints: 5, unsubscribePoints: 2, goalPoints: 10 },
  at: '',
};

/** What the API is told of it. */
export function whenForApi({ how, percent, limits, at }: When) {
  return { canary: how === 'share' ? { percent, limits } : null, at: how === 'time' ? new Date(at).toISOString() : null };
}

/** True if all that the choice needs is there. */
export const isWhole = ({ how, at }: When): boolean => how !== 'time' || !Number.isNaN(Date.parse(at));

/** An instant as the browser's date and time field writes it, in the reader's zone. */
export function fieldTime(instant: number): string {
  const date = new Date(instant);
  return new Date(instant - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
